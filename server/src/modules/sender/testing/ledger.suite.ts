import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { AttemptNews, Claim } from '../application/ports/ledger.js';
import { auditLedger } from './ledger-audit.js';
import { BEGINNING, SenderTables, someClaim, someId, someRun } from './sender-tables.js';

const { broadcastId, importId, deviceId } = someRun();
const LATER = BEGINNING + 61_000;

/** Every ledger must behave like this. */
export function describeLedger(name: string, open: () => Promise<TestDatabase>): void {
  describe(`Ledger on ${name}`, () => {
    let opened: TestDatabase;
    let tables: SenderTables;
    let first: number;

    beforeEach(async () => {
      opened = await open();
      tables = new SenderTables(opened.database);
      [first = 0] = await tables.addRun();
    });
    afterEach(async () => {
      expect(await auditLedger(opened.database)).toEqual([]);
      await opened.close();
    });

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);
    const claim = (made: Claim) => run(() => tables.ledger.claim(made));
    const counts = async () => (await run(() => tables.runs.latest(broadcastId)))?.counts;

    it('lists who waits, in the order of the list', async () => {
      const waiting = await run(() => tables.ledger.waiting(importId, 2));
      expect(waiting.map(({ name: who, attempts }) => [who, attempts])).toEqual([
        ['Pasien 1', 0],
        ['Pasien 2', 0],
      ]);
    });

    it('counts a list to which nothing has happened, and no other', async () => {
      expect(await run(() => tables.ledger.untouched(importId))).toEqual({
        recipients: 3,
        skipped: 0,
      });
      await claim(someClaim(await tables.takeLane(), first));
      expect(await run(() => tables.ledger.untouched(importId))).toBeNull();
    });

    it('writes a claim down whole', async () => {
      const made = someClaim(await tables.takeLane(), first, { nextHandoverAt: LATER + 9_000 });
      await claim(made);
      expect(await tables.states()).toEqual(['sending', 'pending', 'pending']);
      expect(await counts()).toMatchObject({ pending: 2, sending: 1 });
      const flight = { broadcastId, recipientId: first, attempt: 1, messageId: made.messageId };
      expect(await run(() => tables.ledger.inFlight(deviceId))).toEqual([flight]);
      const next = await run(() => tables.leases.nextHandovers([deviceId]));
      expect(next.get(deviceId)).toBe(LATER + 9_000);
      const found = await run(() => tables.ledger.holdByMessage(made.messageId));
      expect(found).toMatchObject({ outcome: null, entry: { recipientId: first, deviceId } });
    });

    it('names the attempts of which more may become known, the latest first', async () => {
      const lease = await tables.takeLane();
      const make = async (
        messageId: string,
        at: number,
        outcome: AttemptNews['outcome'] | null,
      ) => {
        const [recipientId = 0] = (await run(() => tables.ledger.waiting(importId, 1))).map(
          ({ id }) => id,
        );
        await claim(someClaim(lease, recipientId, { messageId, at }));
        if (outcome === null) return;
        const flight = { broadcastId, recipientId, attempt: 1, messageId };
        const news = { outcome, reason: null, at };
        const to = outcome === 'failed' ? 'failed' : outcome;
        await run(() => tables.ledger.land(flight, { to, reason: null, at }, news));
      };
      await make('lama', BEGINNING + 1, 'unknown');
      await make('baru', BEGINNING + 2, 'sent');
      await make('di-jalan', BEGINNING + 3, null);
      const unsettled = (since: number, limit = 10) =>
        run(() => tables.ledger.unsettled(deviceId, since, limit));
      expect(await unsettled(BEGINNING)).toEqual(['baru', 'lama']);
      expect(await unsettled(BEGINNING + 2)).toEqual(['baru']);
      expect(await unsettled(BEGINNING, 1)).toEqual(['baru']);
      await run(() =>
        tables.ledger.note('baru', { outcome: 'read', reason: null, at: BEGINNING + 4 }),
      );
      expect(await unsettled(BEGINNING)).toEqual(['lama']);
      expect(await run(() => tables.ledger.unsettled(someId(9), BEGINNING, 10))).toEqual([]);
    });

    it('lets one of many claims on a recipient win', async () => {
      const lease = await tables.takeLane();
      const claims = Array.from({ length: 10 }, (_, at) =>
        claim(someClaim(lease, first, { messageId: `pesan-${at}` })),
      );
      const results = await Promise.allSettled(claims);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it.each<[string, Partial<Claim>, string]>([
      ['after the lease expired', { at: BEGINNING + 120_000 }, 'lease-lost-or-too-early'],
      ['of another broadcast', { broadcastId: someId(2) }, 'run-not-sending'],
      ['of a second attempt before the first', { attempt: 2 }, 'recipient-not-pending'],
    ])('refuses a claim %s', async (_, given, why) => {
      const lease = await tables.takeLane();
      await expect(claim(someClaim(lease, first, given))).rejects.toMatchObject({ why });
    });

    it('refuses a claim before its time, and takes nothing from the recipient', async () => {
      const lease = await tables.takeLane();
      const { at } = someClaim(lease, first);
      await claim(someClaim(lease, first, { nextHandoverAt: at + 8_000 }));
      const second = someClaim(lease, first + 1);
      await expect(claim({ ...second, at: at + 7_999 })).rejects.toMatchObject({
        why: 'lease-lost-or-too-early',
      });
      await claim({ ...second, at: at + 8_000 });
    });

    it('refuses a claim while the run is paused', async () => {
      const lease = await tables.takeLane();
      const pause = { from: 'sending', to: 'paused', pauseReason: null, finishedAt: null } as const;
      await run(() => tables.runs.change(broadcastId, pause));
      await expect(claim(someClaim(lease, first))).rejects.toMatchObject({
        why: 'run-not-sending',
      });
    });

    it('leaves nothing behind of a claim that was refused at its last step', async () => {
      const lease = await tables.takeLane();
      await claim(someClaim(lease, first));
      await expect(claim(someClaim(lease, first, { attempt: 1 }))).rejects.toMatchObject({
        why: 'recipient-not-pending',
      });
      expect(await counts()).toMatchObject({ pending: 2, sending: 1 });
    });

    it('lands a flight once', async () => {
      const made = someClaim(await tables.takeLane(), first);
      await claim(made);
      const land = () => run(() => tables.land(made, 'failed', 'rejected', LATER));
      expect(await land()).toBe(true);
      expect(await land()).toBe(false);
      expect(await counts()).toMatchObject({ pending: 2, sending: 0, failed: 1 });
      expect(await run(() => tables.reports.find(first))).toMatchObject({
        state: 'failed',
        reason: 'rejected',
        stateSince: new Date(LATER).toISOString(),
        attempts: 1,
      });
    });

    it('lands a flight once as a unit of its own, whoever else does so at the same moment', async () => {
      const made = someClaim(await tables.takeLane(), first);
      await claim(made);
      const news = { outcome: 'failed', reason: 'rejected', at: LATER } as const;
      const landings = Array.from({ length: 5 }, () =>
        tables.ledger.landAlone(made, { ...news, to: 'failed' }, news),
      );
      expect((await Promise.all(landings)).filter((landed) => landed)).toHaveLength(1);
      expect(await counts()).toMatchObject({ pending: 2, sending: 0, failed: 1 });
      expect(await run(() => tables.ledger.holdByMessage(made.messageId))).toMatchObject({
        outcome: 'failed',
        entry: { state: 'failed' },
      });
    });

    it('lands no flight of another attempt', async () => {
      const made = someClaim(await tables.takeLane(), first);
      await claim(made);
      const other = { ...made, messageId: 'lain' };
      const landed = run(() => tables.land(other, 'sent', null, LATER));
      expect(await landed).toBe(false);
    });

    it('moves a recipient by decision, and only while it is as it was held', async () => {
      const made = someClaim(await tables.takeLane(), first);
      await claim(made);
      await run(() => tables.land(made, 'unknown', 'no-answer', BEGINNING));
      const held = await run(() => tables.ledger.hold(first, 'all'));
      if (!held) throw new Error('not held');
      const decision = { kind: 'mark-sent', by: 'Pak Budi' } as const;
      const move = () =>
        run(() => tables.ledger.move(held, { to: 'sent', reason: null, at: LATER, decision }));
      expect(await move()).toBe(true);
      expect(await move()).toBe(false);
      expect(await run(() => tables.reports.find(first))).toMatchObject({
        state: 'sent',
        decision: { kind: 'mark-sent', by: 'Pak Budi', at: new Date(LATER).toISOString() },
      });
    });

    it('holds nobody whose broadcast was never sent', async () => {
      const [stranger = 0] = await tables.addRecipients(someId(102), 1);
      expect(await run(() => tables.ledger.hold(stranger, 'all'))).toBeNull();
      expect(await run(() => tables.ledger.holdByMessage('tidak-ada'))).toBeNull();
    });

    it('remembers the furthest proof of all attempts', async () => {
      const lease = await tables.takeLane();
      const one = someClaim(lease, first);
      await claim(one);
      await run(() => tables.land(one, 'failed', 'rejected', LATER));
      await run(() =>
        tables.ledger.note(one.messageId, { outcome: 'delivered', reason: null, at: 1 }),
      );
      const entry = await run(() => tables.ledger.hold(first, 'all'));
      if (!entry) throw new Error('not held');
      await run(() => tables.ledger.move(entry, { to: 'pending', reason: null, at: LATER }));
      const two = someClaim(lease, first, { attempt: 2, messageId: 'kedua' });
      await claim(two);
      expect(await run(() => tables.ledger.proofOf(entry))).toBe('delivered');
      await run(() => tables.ledger.note('kedua', { outcome: 'sent', reason: null, at: 2 }));
      expect(await run(() => tables.ledger.proofOf(entry))).toBe('delivered');
      expect(await run(() => tables.ledger.proofOf({ ...entry, recipientId: 0 }))).toBeNull();
    });

    it('counts as sent today what was accepted since then, by device', async () => {
      const lease = await tables.takeLane();
      const [one, two] = [someClaim(lease, first), someClaim(lease, first + 1)];
      for (const made of [one, two]) await claim(made);
      await run(() =>
        tables.ledger.note(one.messageId, { outcome: 'read', reason: null, at: LATER }),
      );
      await run(() =>
        tables.ledger.note(two.messageId, { outcome: 'failed', reason: 'rejected', at: LATER }),
      );
      const since = (moment: number) => run(() => tables.reports.acceptedSince(moment));
      expect([...(await since(one.at))]).toEqual([[deviceId, 1]]);
      expect((await since(one.at + 1)).size).toBe(0);
    });

    it('forgets the attempts of a broadcast', async () => {
      const lease = await tables.takeLane();
      const made = someClaim(lease, first);
      await claim(made);
      await run(async () => {
        await tables.ledger.forget(broadcastId);
        await tables.runs.remove(broadcastId);
      });
      expect(await run(() => tables.ledger.holdByMessage(made.messageId))).toBeNull();
    });

    it('keeps the sums right through moves at the same moment', async () => {
      const lease = await tables.takeLane();
      const made = someClaim(lease, first);
      await claim(made);
      const news = (['sent', 'delivered', 'read'] as const).map((to) =>
        run(async () => {
          const held = await tables.ledger.holdByMessage(made.messageId);
          if (held) await tables.ledger.move(held.entry, { to, reason: null, at: LATER });
        }),
      );
      await Promise.all([...news, claim(someClaim(lease, first + 1))]);
      expect(await counts()).toMatchObject({ pending: 1, sending: 1 });
    });

    describe('in bulk', () => {
      it('cancels who waits, a bounded number at a time', async () => {
        const cancel = () => run(() => tables.bulk.cancelWaiting(broadcastId, 2, LATER));
        expect([await cancel(), await cancel(), await cancel()]).toEqual([2, 1, 0]);
        expect(await tables.states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
        expect(await run(() => tables.bulk.cancelWaiting(someId(2), 2, LATER))).toBe(0);
      });

      it('puts the failed back, each once, and tells who decided', async () => {
        const lease = await tables.takeLane();
        for (const id of [first, first + 1]) {
          const made = someClaim(lease, id);
          await claim(made);
          await run(() => tables.land(made, 'failed', 'rejected', LATER));
        }
        const decision = { by: 'Pak Budi', at: LATER };
        const resend = (afterId: number) =>
          run(() => tables.bulk.resendFailed(broadcastId, afterId, 1, decision));
        expect(await resend(0)).toEqual({ moved: 1, lastId: first });
        expect(await resend(first)).toEqual({ moved: 1, lastId: first + 1 });
        expect(await resend(first + 1)).toEqual({ moved: 0, lastId: null });
        expect(await run(() => tables.reports.find(first))).toMatchObject({
          state: 'pending',
          reason: null,
          decision: { kind: 'resend', by: 'Pak Budi' },
        });
      });
    });
  });
}
