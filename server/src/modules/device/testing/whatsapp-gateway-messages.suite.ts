import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GatewayHarness } from './gateway-harness.js';
import { HALO, POLI_ANAK, POLI_GIGI, driven, link, sendTo } from './gateway-harness.js';

/** Numbers and messages of an engine; part of `describeWhatsappGateway`. */
export function describeGatewayMessages(name: string, open: () => Promise<GatewayHarness>): void {
  describe(`WhatsappGateway ${name}: numbers and messages`, () => {
    let harness: GatewayHarness;

    beforeEach(async () => {
      harness = await open();
      await link(harness, POLI_ANAK);
    });

    afterEach(() => harness.close());

    const lookup = (device: { id: string }, phone: string) =>
      driven(harness, harness.gateway.directory.lookup(device.id, phone));

    it('tells numbers with WhatsApp from numbers without', async () => {
      expect(await lookup(POLI_ANAK, harness.numberWith('read'))).toMatchObject({ kind: 'on' });
      const stranger = harness.numberWith('not-on-whatsapp');
      expect(await lookup(POLI_ANAK, stranger)).toEqual({ kind: 'not-on' });
    });

    it('cannot tell without a session, which is not the same as a number without WhatsApp', async () => {
      const answer = await lookup(POLI_GIGI, harness.numberWith('not-on-whatsapp'));
      expect(answer).toMatchObject({ kind: 'unknown', reason: expect.any(String) });
    });

    it('says of each message what is known', async () => {
      const accepted = await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
      expect(accepted.outcome).toEqual({ kind: 'accepted' });
      const refused = await sendTo(harness, POLI_ANAK, harness.numberWith('refused'));
      expect(refused.outcome).toMatchObject({ kind: 'refused', reason: expect.any(String) });
      const unanswered = await sendTo(harness, POLI_ANAK, harness.numberWith('unanswered'));
      expect(unanswered.outcome).toMatchObject({ kind: 'unknown', reason: expect.any(String) });
    });

    it('never rejects: without a session a message is refused', async () => {
      const { messages, sessions } = harness.gateway;
      const found = await lookup(POLI_ANAK, harness.numberWith('read'));
      const address = found.kind === 'on' ? found.address : '';
      const send = (device: { id: string }) =>
        driven(harness, messages.send(device.id, `id-of-${device.id}`, address, HALO));
      expect(await send(POLI_GIGI)).toMatchObject({ kind: 'refused' });
      await driven(harness, sessions.close(POLI_ANAK.id));
      expect(await send(POLI_ANAK)).toMatchObject({ kind: 'refused' });
    });

    it('never leaves a message hanging when the session ends meanwhile', async () => {
      const found = await lookup(POLI_ANAK, harness.numberWith('read'));
      const address = found.kind === 'on' ? found.address : '';
      const sending = harness.gateway.messages.send(POLI_ANAK.id, 'cut-short', address, HALO);
      await driven(harness, harness.gateway.sessions.close(POLI_ANAK.id));
      const { kind } = await driven(harness, sending);
      expect(['accepted', 'refused', 'unknown']).toContain(kind);
      await harness.settle();
      // What was refused never left, so nothing can come back about it.
      if (kind === 'refused') expect(harness.news.receiptsOf('cut-short')).toEqual([]);
    });

    it('gives every message an id of its own, short enough to store', async () => {
      const asked = Array.from({ length: 50 }, () =>
        harness.gateway.messages.newMessageId(POLI_ANAK.id),
      );
      const ids = await driven(harness, Promise.all(asked));
      expect(new Set(ids).size).toBe(50);
      // The column that stores them, and what a column compares byte by byte.
      for (const id of ids) expect(id).toMatch(/^[\x21-\x7e]{8,64}$/);
    });

    it('tells how far a message has come, in order, and nothing of messages that never left', async () => {
      const read = await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
      const refused = await sendTo(harness, POLI_ANAK, harness.numberWith('refused'));
      await harness.until(() => harness.news.receiptsOf(read.messageId).includes('read'));
      await harness.settle();
      const ranks = harness.news
        .receiptsOf(read.messageId)
        .map((level) => ['sent', 'delivered', 'read'].indexOf(level));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(ranks).not.toContain(-1);
      expect(harness.news.receiptsOf(refused.messageId)).not.toContain('read');
      const known = [read.messageId, refused.messageId];
      for (const news of harness.news.log) {
        if (news.kind !== 'receipt') continue;
        expect(known).toContain(news.messageId);
        expect(news.deviceId).toBe(POLI_ANAK.id);
      }
    });

    it('tells once who asks for no more messages, and only of them', async () => {
      const phone = harness.numberThatOptsOut?.();
      if (phone === undefined) return;
      const { directory } = harness.gateway;
      const found = await driven(harness, directory.lookup(POLI_ANAK.id, phone));
      await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
      const { messageId } = await sendTo(harness, POLI_ANAK, phone);
      await harness.until(() => harness.news.optOutsOf(POLI_ANAK).length > 0);
      await harness.settle();
      const [asked, ...more] = harness.news.optOutsOf(POLI_ANAK);
      expect(more).toEqual([]);
      // Who it is must be told by the number, or by the address that it was resolved to.
      if (asked?.phone === null) expect(found).toMatchObject({ address: asked.address });
      else expect(asked?.phone).toBe(phone);
      expect(asked?.messageId).not.toBe(messageId);
      expect(harness.news.optOutsOf(POLI_GIGI)).toEqual([]);
    });

    it('says nothing more about messages of a device that was unlinked', async () => {
      const { messageId } = await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
      await driven(harness, harness.gateway.sessions.unlink(POLI_ANAK));
      const before = harness.news.receiptsOf(messageId);
      await harness.settle();
      expect(harness.news.receiptsOf(messageId)).toEqual(before);
    });
  });
}
