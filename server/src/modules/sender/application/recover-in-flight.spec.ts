import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../device/index.js';
import { SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someClaim, someRun } from '../testing/sender-tables.js';
import { RecordReceipt } from './record-receipt.js';

const { importId, deviceId } = someRun();

/** What a server leaves behind that was killed while its first message was being handed over. */
async function killedInFlight(house: SenderHouse): Promise<void> {
  const [first = 0] = await house.tables.addRun();
  const lease = await house.tables.takeLane('killed');
  await house.run(() =>
    house.tables.ledger.claim(someClaim(lease, first, { messageId: 'dalam-perjalanan' })),
  );
  await house.run(() => house.tables.leases.releaseAll());
  await house.clock.advance(120_000);
}

describe('a message in flight whose server was killed', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
    await killedInFlight(house);
  });
  afterEach(() => house.close());

  const reasons = async () =>
    (await house.run(() => house.tables.reports.after(importId, 0, 3))).map(({ reason }) => reason);

  it('is uncertain, is not handed over again, and the rest goes on', async () => {
    await house.drive();
    expect(await house.tables.states()).toEqual(['unknown', 'sent', 'sent']);
    expect(await reasons()).toEqual(['interrupted', null, null]);
    expect(house.gateway.handovers.map(({ text }) => text)).toEqual([
      'Halo Pasien 2',
      'Halo Pasien 3',
    ]);
    expect((await house.runOf()).state).toBe('finished');
  });

  it('is certain after all when its receipt comes', async () => {
    await house.drive();
    await house.get(RecordReceipt).run({ messageId: 'dalam-perjalanan', level: 'delivered' });
    expect(await house.tables.states()).toEqual(['delivered', 'sent', 'sent']);
    expect(await reasons()).toEqual([null, null, null]);
  });

  it.each<[SendOutcome, string, string | null]>([
    [{ kind: 'accepted' }, 'sent', null],
    [{ kind: 'refused', reason: 'rejected' }, 'failed', 'rejected'],
    [{ kind: 'unknown', reason: 'not-found' }, 'unknown', 'interrupted'],
  ])('is what an engine that can search for it finds: %j', async (found, state, reason) => {
    const searched: string[] = [];
    house.gateway.reconciliation = {
      catchUp: () => Promise.resolve(),
      reconcile: (_device, messageId) => {
        searched.push(messageId);
        return Promise.resolve(found);
      },
    };
    await house.drive();
    expect(searched).toEqual(['dalam-perjalanan']);
    expect((await house.tables.states())[0]).toBe(state);
    expect((await reasons())[0]).toBe(reason);
    expect(house.gateway.handovers).toHaveLength(2);
  });

  it('waits for a device that comes back by itself, and so does everybody else', async () => {
    house.gateway.reconciliation = {
      reconcile: () => Promise.resolve({ kind: 'accepted' }),
      catchUp: () => Promise.resolve(),
    };
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.drive();
    expect(await house.tables.states()).toEqual(['sending', 'pending', 'pending']);
    house.devices.put(deviceId, { state: 'ready' });
    await house.drive();
    expect(await house.tables.states()).toEqual(['sent', 'sent', 'sent']);
  });

  it.each([{ state: 'logged-out' as const }, { removed: true }])(
    'is uncertain at once when the device is gone: %j',
    async (gone) => {
      house.gateway.reconciliation = {
        reconcile: () => Promise.resolve({ kind: 'accepted' }),
        catchUp: () => Promise.resolve(),
      };
      house.devices.put(deviceId, gone);
      await house.drive();
      expect(await house.tables.states()).toEqual(['unknown', 'pending', 'pending']);
    },
  );

  it('is uncertain when the search fails or takes too long', async () => {
    house.gateway.reconciliation = {
      reconcile: () => new Promise(() => undefined),
      catchUp: () => Promise.resolve(),
    };
    const driven = house.drive();
    await house.pass(61_000, 1_000);
    await driven;
    expect((await reasons())[0]).toBe('interrupted');
  });

  it('is brought to an end also in a run that is paused', async () => {
    const pause = { from: 'sending', to: 'paused', pauseReason: null, finishedAt: null } as const;
    await house.run(() => house.tables.runs.change(someRun().broadcastId, pause));
    await house.drive();
    expect(await house.tables.states()).toEqual(['unknown', 'pending', 'pending']);
    expect(house.gateway.lookups).toEqual([]);
  });

  it('is left to its driver while that still holds the lane', async () => {
    await house.run(() =>
      house.tables.leases.take(deviceId, 'alive', BEGINNING, house.clock.now() + 20_000),
    );
    await house.drive();
    expect(await house.tables.states()).toEqual(['sending', 'pending', 'pending']);
  });
});
