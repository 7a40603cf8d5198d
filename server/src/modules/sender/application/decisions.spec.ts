import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../device/index.js';
import type { Decision } from '../domain/recipient-machine.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someRun } from '../testing/sender-tables.js';
import { CancelRun } from './cancel-run.js';
import { DecideRecipient } from './decide-recipient.js';
import { PauseRun } from './pause-run.js';
import { ResendFailed } from './resend-failed.js';

const { broadcastId, importId, deviceId } = someRun();

/** What the engine answers for the three recipients of the run: one is sent, one fails, one is uncertain. */
const ANSWERS: SendOutcome[] = [
  { kind: 'accepted' },
  { kind: 'refused', reason: 'rejected' },
  { kind: 'unknown', reason: 'no-answer' },
];

describe('what a person decides about a recipient', () => {
  let house: SenderHouse;
  let [sent, failed, unknown]: number[] = [];

  beforeEach(async () => {
    house = await SenderHouse.open();
    [sent = 0, failed = 0, unknown = 0] = await house.tables.addRun();
    const answers = [...ANSWERS];
    house.gateway.onSend = () => answers.shift() ?? { kind: 'accepted' };
    await house.drive();
  });
  afterEach(() => house.close());

  const decide = (id: number | undefined, kind: Decision) =>
    house.get(DecideRecipient).run(id ?? 0, kind, PAK_BUDI);
  const decision = (kind: Decision) => ({
    kind,
    by: 'Pak Budi',
    at: new Date(BEGINNING).toISOString(),
  });

  it('Tandai terkirim: counts as sent, by a named person', async () => {
    expect(await decide(unknown, 'mark-sent')).toMatchObject({
      state: 'sent',
      reason: null,
      decision: decision('mark-sent'),
    });
    expect((await house.runOf()).counts).toMatchObject({ sent: 2, failed: 1, unknown: 0 });
    expect(house.book.deeds).toMatchObject([
      {
        by: 'Pak Budi',
        action: 'recipient.mark-sent',
        subjectId: String(unknown),
        details: { broadcastId, before: 'unknown', reason: 'no-answer' },
      },
    ]);
  });

  it('Biarkan: stays as it is, with its reason, seen by a named person', async () => {
    expect(await decide(unknown, 'leave')).toMatchObject({
      state: 'unknown',
      reason: 'no-answer',
      decision: decision('leave'),
    });
  });

  it('Kirim ulang: goes back to the queue, and the finished run goes on', async () => {
    await house.start();
    expect(await decide(unknown, 'resend')).toMatchObject({
      state: 'pending',
      reason: null,
      attempts: 1,
      decision: decision('resend'),
    });
    await house.rest();
    expect(await house.tables.states()).toEqual(['sent', 'failed', 'sent']);
    expect(await house.runOf()).toMatchObject({ state: 'finished', counts: { sent: 2 } });
    expect(house.gateway.handovers).toHaveLength(4);
    const [view] = await house.run(() => house.tables.reports.after(importId, failed ?? 0, 1));
    expect(view?.attempts).toBe(2);
  });

  it('is refused for one that needs no decision, or has had one meanwhile', async () => {
    for (const kind of ['mark-sent', 'resend', 'leave'] as const) {
      await expect(decide(sent, kind)).rejects.toMatchObject({ code: 'RECIPIENT.NOT_DECIDABLE' });
    }
    const both = await Promise.allSettled([decide(failed, 'resend'), decide(failed, 'resend')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(decide(99, 'leave')).rejects.toMatchObject({ code: 'RECIPIENT.NOT_FOUND' });
  });

  it.each([
    ['DEVICE.NOT_READY', { state: 'logged-out' as const }],
    ['RUN.DEVICE_REMOVED', { removed: true }],
  ])('Kirim ulang is refused with %s when the device cannot send', async (code, stand) => {
    house.devices.put(deviceId, stand);
    await expect(decide(failed, 'resend')).rejects.toMatchObject({ code });
    await expect(house.get(ResendFailed).run(broadcastId, PAK_BUDI)).rejects.toMatchObject({
      code,
    });
    expect(await house.tables.states()).toEqual(['sent', 'failed', 'unknown']);
    await decide(failed, 'leave');
  });

  it('Kirim ulang leaves a paused run paused, and is refused for a cancelled one', async () => {
    await decide(failed, 'resend');
    await house.get(PauseRun).byPerson(broadcastId, PAK_BUDI);
    await decide(unknown, 'resend');
    expect((await house.runOf()).state).toBe('paused');
    await house.get(CancelRun).run(broadcastId, PAK_BUDI);
    expect(await house.tables.states()).toEqual(['sent', 'cancelled', 'cancelled']);
    await expect(decide(failed, 'resend')).rejects.toMatchObject({
      code: 'RECIPIENT.NOT_DECIDABLE',
    });
  });

  it('Kirim ulang yang gagal: all that failed, none that is uncertain', async () => {
    const resend = () => house.get(ResendFailed).run(broadcastId, PAK_BUDI);
    expect(await resend()).toEqual({ resent: 1, broadcastId });
    expect(house.book.deeds).toMatchObject([
      { by: 'Pak Budi', action: 'broadcast.resend-failed', details: { recipients: 1 } },
    ]);
    expect(await house.tables.states()).toEqual(['sent', 'pending', 'unknown']);
    await house.drive();
    expect(await resend()).toEqual({ resent: 0, broadcastId });
    expect((await house.runOf()).state).toBe('finished');
  });

  it('Kirim ulang yang gagal takes each once, also one that fails again meanwhile', async () => {
    house.gateway.onSend = () => ({ kind: 'refused', reason: 'rejected' });
    await house.start();
    await house.get(ResendFailed).run(broadcastId, PAK_BUDI);
    await house.rest();
    expect(house.gateway.handovers).toHaveLength(4);
    expect(await house.tables.states()).toEqual(['sent', 'failed', 'unknown']);
  });
});
