import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReceiptLevel } from '../../device/index.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someRun } from '../testing/sender-tables.js';
import { DecideRecipient } from './decide-recipient.js';
import { RecordReceipt } from './record-receipt.js';

const { importId } = someRun();

describe('receipts', () => {
  let house: SenderHouse;
  let first: number;

  beforeEach(async () => {
    house = await SenderHouse.open();
    [first = 0] = await house.tables.addRun({ total: 1 });
  });
  afterEach(() => house.close());

  const tell = (level: ReceiptLevel, messageId = 'pesan-1') =>
    house.get(RecordReceipt).run({ messageId, level });
  const state = async () => (await house.tables.states())[0];
  const outcomeOf = async (messageId: string) =>
    (await house.run(() => house.tables.ledger.holdByMessage(messageId)))?.outcome;

  it('move a recipient forward only, in any order and however often', async () => {
    await house.drive();
    const seen: unknown[] = [];
    for (const level of ['delivered', 'sent', 'read', 'delivered', 'failed', 'read'] as const) {
      await tell(level);
      seen.push(await state());
    }
    expect(seen).toEqual(['delivered', 'delivered', 'read', 'read', 'read', 'read']);
    expect(await outcomeOf('pesan-1')).toBe('read');
  });

  it('that come before the answer of the engine count', async () => {
    house.gateway.onSend = async ({ messageId }) => {
      await tell('delivered', messageId);
      return { kind: 'accepted' };
    };
    await house.drive();
    expect(await state()).toBe('delivered');
    expect(await outcomeOf('pesan-1')).toBe('delivered');
  });

  it('that come before an answer to the contrary are believed', async () => {
    house.gateway.onSend = async ({ messageId }) => {
      await tell('delivered', messageId);
      return { kind: 'unknown', reason: 'no-answer' };
    };
    await house.drive();
    expect(await state()).toBe('delivered');
  });

  it('of a failure end an uncertainty', async () => {
    house.gateway.onSend = () => ({ kind: 'unknown', reason: 'no-answer' });
    await house.drive();
    await tell('failed');
    const [view] = await house.run(() => house.tables.reports.after(importId, 0, 1));
    expect(view).toMatchObject({ state: 'failed', reason: 'delivery-failed' });
  });

  it('of messages that nobody knows are ignored', async () => {
    await tell('read', 'asing');
    expect(await state()).toBe('pending');
  });

  it('arrive at the same moment without losing a count', async () => {
    await house.drive();
    await Promise.all([tell('read'), tell('sent'), tell('delivered'), tell('read')]);
    expect(await state()).toBe('read');
  });

  describe('of an earlier attempt', () => {
    beforeEach(async () => {
      house.gateway.onSend = () => ({ kind: 'unknown', reason: 'no-answer' });
      await house.drive();
      await house.get(DecideRecipient).run(first, 'resend', PAK_BUDI);
    });

    it('that arrived after all make the second one unnecessary, and end the run', async () => {
      await house.start();
      await tell('delivered');
      await house.rest();
      expect(await state()).toBe('delivered');
      expect(house.gateway.handovers).toHaveLength(1);
      expect((await house.runOf()).state).toBe('finished');
    });

    it('count for the recipient when they come during the second flight', async () => {
      house.gateway.onSend = async () => {
        await tell('delivered', 'pesan-1');
        return { kind: 'refused', reason: 'rejected' };
      };
      await house.drive();
      expect(await state()).toBe('delivered');
      expect(await outcomeOf('pesan-2')).toBe('failed');
    });

    it('do not end the second flight', async () => {
      const during: unknown[] = [];
      house.gateway.onSend = async () => {
        await tell('read', 'pesan-1');
        during.push(await state());
        return { kind: 'accepted' };
      };
      await house.drive();
      expect(during).toEqual(['sending']);
      expect(await state()).toBe('read');
    });

    it('that failed say nothing about the second one', async () => {
      house.gateway.onSend = () => ({ kind: 'unknown', reason: 'no-answer' });
      await house.drive();
      await tell('failed', 'pesan-1');
      expect(await state()).toBe('unknown');
    });
  });
});
