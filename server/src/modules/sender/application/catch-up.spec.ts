import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeviceStateChanged } from '../../device/index.js';
import { SenderHouse } from '../testing/sender-house.js';
import { someRun } from '../testing/sender-tables.js';

const { deviceId } = someRun();

describe('a device that comes back', () => {
  let house: SenderHouse;
  let asked: string[][];

  beforeEach(async () => {
    house = await SenderHouse.open();
    asked = [];
    house.gateway.reconciliation = {
      reconcile: () => Promise.resolve({ kind: 'unknown', reason: 'no-answer' }),
      catchUp: (_, messageIds) => {
        asked.push([...messageIds]);
        return Promise.resolve();
      },
    };
    await house.start();
  });
  afterEach(() => house.close());

  const comesBack = async (state: 'ready' | 'reconnecting' = 'ready') => {
    house.events.publish(new DeviceStateChanged(deviceId, state));
    await house.rest();
  };

  it('is asked about uncertain and unread messages, and sends none of them again', async () => {
    await house.tables.addRun({ total: 3 });
    const outcomes = ['unknown', 'accepted', 'refused'] as const;
    house.gateway.onSend = () => {
      const kind = outcomes[house.gateway.handovers.length - 1] ?? 'accepted';
      return kind === 'accepted' ? { kind } : { kind, reason: 'rejected' };
    };
    await house.drive();
    const [uncertain, sent] = house.gateway.handovers.map(({ messageId }) => messageId);
    await comesBack();
    expect(asked.flat().sort()).toEqual([uncertain, sent].sort());
    expect(house.gateway.handovers).toHaveLength(3);
  });

  it('is asked nothing while it is on its way, nor when there is nothing to ask', async () => {
    await comesBack();
    await house.tables.addRun({ total: 3 });
    await house.drive();
    await comesBack('reconnecting');
    expect(asked).toEqual([]);
  });

  it('may fail to answer', async () => {
    await house.tables.addRun({ total: 3 });
    await house.drive();
    house.gateway.reconciliation = {
      reconcile: () => Promise.resolve({ kind: 'unknown', reason: 'no-answer' }),
      catchUp: () => Promise.reject(new Error('page gone')),
    };
    await comesBack();
    expect(house.log.errors).toHaveLength(1);
  });
});
