import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someId, someRun } from '../testing/sender-tables.js';
import { Runs } from './runs.js';
import type { RunOrder } from './runs.js';

const { broadcastId, importId, deviceId, text } = someRun();
const ORDER: RunOrder = {
  broadcastId,
  importId,
  deviceId,
  text,
  attachment: null,
  recipients: 3,
  skipped: 0,
  idempotencyKey: 'klik-1',
};

describe('Kirim', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open({ pace: { min: 8, max: 20 } });
    await house.tables.addRecipients(importId, 3);
  });
  afterEach(() => house.close());

  const start = (given: Partial<RunOrder> = {}, actor = PAK_BUDI) =>
    house.run(() => house.get(Runs).start({ ...ORDER, ...given }, actor));

  it('starts a run with everybody waiting, and tells when it will end', async () => {
    expect(await start()).toEqual({
      state: 'sending',
      pauseReason: null,
      waiting: null,
      counts: expect.objectContaining({ pending: 3, sent: 0 }) as unknown,
      total: 3,
      started: { by: 'Pak Budi', at: new Date(BEGINNING).toISOString() },
      finishedAt: null,
      // Two gaps of 14 s on average, and a quarter of a second for each of three messages.
      estimatedEnd: new Date(BEGINNING + 28_750).toISOString(),
    });
  });

  it('starts one run of 50 that are asked for at the same moment, and says who was first', async () => {
    const starts = Array.from({ length: 50 }, (_, at) =>
      start({ idempotencyKey: `klik-${at}` }, { ...PAK_BUDI, name: `Orang ${at}` }),
    );
    const results = await Promise.allSettled(starts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toMatchObject({
        code: 'BROADCAST.ALREADY_SENT',
        params: { by: 'Orang 0', at: new Date(BEGINNING).toISOString() },
      });
    }
  });

  it('answers the same click twice with the same run', async () => {
    const answer = await start();
    expect(await start()).toEqual(answer);
  });

  it.each([
    ['has another number of recipients', { recipients: 4 }],
    ['is another list', { importId: someId(999) }],
  ])('refuses a list that %s than confirmed, and starts nothing', async (_, given) => {
    await expect(start(given)).rejects.toMatchObject({ code: 'BROADCAST.CONFIRMED_DIFFERS' });
    expect((await house.run(() => house.get(Runs).find([broadcastId]))).size).toBe(0);
  });

  it('wakes the lane after the commit, not before', async () => {
    await house.start();
    await house.run(async () => {
      await house.get(Runs).start(ORDER, PAK_BUDI);
      expect(house.gateway.lookups).toEqual([]);
    });
    await house.rest();
    expect(house.gateway.handovers).toHaveLength(1);
  });

  it('counts what stands before it in the queue of the device', async () => {
    await start();
    const estimate = await house.run(() => house.get(Runs).estimate(deviceId, 2));
    expect(estimate).toEqual({
      recipients: 2,
      gapSeconds: { min: 8, max: 20 },
      startsAt: new Date(BEGINNING).toISOString(),
      estimatedEnd: new Date(BEGINNING + 4 * 14_000 + 5 * 250).toISOString(),
      rules: { hours: null, dailyCap: null, warmingUp: false, sentToday: 0, days: 1 },
      inTheNight: false,
      queuedBefore: 3,
    });
    const thousands = await house.run(() => house.get(Runs).estimate(deviceId, 9_000));
    expect(thousands.inTheNight).toBe(true);
  });

  it('is forgotten with its attempts, but not while it is under way', async () => {
    await start();
    const remove = () => house.run(() => house.get(Runs).remove(broadcastId));
    await expect(remove()).rejects.toMatchObject({ code: 'BROADCAST.NOT_DELETABLE' });
    const end = { from: 'sending', to: 'cancelled', pauseReason: null, finishedAt: 1 } as const;
    await house.run(() => house.tables.runs.change(broadcastId, end));
    await remove();
    await remove();
    expect((await house.run(() => house.get(Runs).find([broadcastId]))).size).toBe(0);
  });

  it('names the broadcasts that removing the device would pause', async () => {
    await start();
    expect(await house.run(() => house.get(Runs).activeOf(deviceId))).toEqual([broadcastId]);
    expect(await house.run(() => house.get(Runs).activeOf(someId(902)))).toEqual([]);
  });
});
