import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptMarks } from '../testing/kept-marks.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someId, someRun } from '../testing/sender-tables.js';
import { CheckMarks } from './check-marks.js';
import { DecideRecipient } from './decide-recipient.js';
import { ReleaseSafeMode } from './release-safe-mode.js';
import { ResumeRun } from './resume-run.js';
import { Runs } from './runs.js';
import { SafeMode } from './safe-mode.js';

const { broadcastId, importId, deviceId } = someRun();

/** Two houses on the same marks: the second has the database as it was before the first one sent. */
describe('a database that is older than what was sent', () => {
  let marks: KeptMarks;
  let before: SenderHouse;
  let restored: SenderHouse;

  beforeEach(async () => {
    marks = new KeptMarks();
    before = await SenderHouse.open({ marks });
    restored = await SenderHouse.open({ marks });
    for (const house of [before, restored]) {
      await house.tables.addRun({ total: 6 });
      const other = { broadcastId: someId(2), importId: someId(102), idempotencyKey: 'kunci-2' };
      await house.tables.addRun({ ...other, total: 2 });
    }
  });
  afterEach(async () => {
    await before.close();
    await restored.close();
  });

  /** Sends to the first `count` recipients before the restore; number 2 has no WhatsApp. */
  const sendBefore = async (count: number): Promise<void> => {
    const stop = new AbortController();
    before.gateway.onLookup = (phone) =>
      phone.endsWith('2') ? { kind: 'not-on' } : { kind: 'on', address: phone };
    before.gateway.onSend = () => {
      if (before.gateway.handovers.length >= count) stop.abort();
      return { kind: 'accepted' };
    };
    await before.drive(stop.signal);
  };

  const boot = () => restored.get(CheckMarks).onModuleInit();
  const alarm = async () => (await restored.run(() => restored.get(SafeMode).view())).alarm;

  it('sends nothing, doubts exactly those who may have been sent to, and says so', async () => {
    await sendBefore(3);
    await boot();
    // Sent to 1, 3 and 4; 2 was skipped on the way, and nobody can tell that from the mark.
    expect(await restored.tables.states()).toEqual([
      ...['unknown', 'unknown', 'unknown', 'unknown', 'pending', 'pending'],
    ]);
    expect(await restored.tables.states(someId(102))).toEqual(['pending', 'pending']);
    expect(await restored.runOf()).toMatchObject({ state: 'paused', pauseReason: 'safe-mode' });
    expect(await restored.runOf(someId(2))).toMatchObject({ state: 'paused' });
    expect(await alarm()).toMatchObject({ reason: 'database-older', broadcasts: 2, recipients: 4 });
    expect(restored.book.deeds.map(({ action }) => action)).toContain('safe-mode.enter');
    const [first] = await restored.run(() => restored.tables.reports.after(importId, 0, 1));
    expect(first?.reason).toBe('restored');
    await restored.drive();
    expect(restored.gateway.handovers).toEqual([]);
  });

  it('is one alarm, however often and by whomever it is found', async () => {
    await sendBefore(2);
    await Promise.all([boot(), boot()]);
    const first = await alarm();
    await boot();
    expect(await alarm()).toEqual(first);
    expect(first).toMatchObject({ recipients: 3 });
  });

  it('lets nothing go on until a person releases it, and afterwards only who was not doubted', async () => {
    await sendBefore(3);
    await boot();
    const [unsure = 0] = (
      await restored.run(() => restored.tables.reports.after(importId, 0, 1))
    ).map(({ id }) => id);
    const refused = { code: 'SAFE_MODE.ACTIVE' };
    const order = {
      ...{ broadcastId: someId(3), importId: someId(103), deviceId, text: 'x', attachment: null },
      ...{ recipients: 1, skipped: 0, idempotencyKey: 'kunci-3' },
    };
    await restored.tables.addRecipients(someId(103), 1);
    const start = () => restored.run(() => restored.get(Runs).start(order, PAK_BUDI));
    const resume = () => restored.get(ResumeRun).run(broadcastId, PAK_BUDI);
    const resend = () => restored.get(DecideRecipient).run(unsure, 'resend', PAK_BUDI);
    for (const deed of [start, resume, resend]) await expect(deed()).rejects.toMatchObject(refused);

    const id = (await alarm())?.id ?? '';
    await expect(restored.get(ReleaseSafeMode).run(someId(77), PAK_BUDI)).rejects.toMatchObject({
      code: 'SAFE_MODE.NOT_ACTIVE',
    });
    await restored.get(ReleaseSafeMode).run(id, PAK_BUDI);
    expect(restored.book.deeds.at(-1)).toMatchObject({
      action: 'safe-mode.release',
      by: 'Pak Budi',
      details: { reason: 'database-older', broadcasts: 2, recipients: 4 },
    });
    expect(restored.live.filter(({ type }) => type === 'safe-mode-changed')).toHaveLength(2);
    await resume();
    await restored.drive();
    expect(restored.gateway.handovers.map(({ address }) => address.at(-1))).toEqual(['5', '6']);
    // The marks that were found are accounted for: the next start is an ordinary one.
    await boot();
    expect(await alarm()).toBeNull();
  });

  it('is found again when the same old database comes back once more', async () => {
    await sendBefore(3);
    await boot();
    const again = await SenderHouse.open({ marks });
    await again.tables.addRun({ total: 6 });
    await again.get(CheckMarks).onModuleInit();
    expect((await again.tables.states()).filter((state) => state === 'unknown')).toHaveLength(4);
    await again.close();
  });

  it('is found when a lane is taken, where the database was restored under running processes', async () => {
    await sendBefore(1);
    await restored.drive();
    expect(restored.gateway.handovers).toEqual([]);
    expect(await alarm()).toMatchObject({ recipients: 1 });
  });

  it('refuses to send a draft that was sent after the backup', async () => {
    await sendBefore(1);
    const draft = await SenderHouse.open({ marks });
    await draft.get(CheckMarks).onModuleInit();
    await expect(draft.get(Runs).assertNeverSent(broadcastId)).rejects.toMatchObject({
      code: 'BROADCAST.SENT_BEFORE_RESTORE',
    });
    await draft.close();
  });

  it('is no matter of broadcasts that were deleted', async () => {
    await sendBefore(6);
    await before.drive();
    await before.run(() => before.get(Runs).remove(broadcastId));
    await before.get(CheckMarks).onModuleInit();
    expect((await before.run(() => before.get(SafeMode).view())).alarm).toBeNull();
  });
});

describe('a hand-over that cannot be marked', () => {
  it('does not leave, and fails with the reason', async () => {
    const marks = new KeptMarks();
    const house = await SenderHouse.open({ marks });
    await house.tables.addRun({ total: 1 });
    marks.fault = new Error('the disk is full');
    await house.drive();
    expect(house.gateway.handovers).toEqual([]);
    const [only] = await house.run(() => house.tables.reports.after(importId, 0, 1));
    expect(only).toMatchObject({ state: 'failed', reason: 'not-recorded' });
    await house.close();
  });
});
