import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendingSettings } from '../../../platform/config/sending-settings.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { PauseRun } from '../application/pause-run.js';
import { Lanes } from '../application/ports/lanes.js';
import { Runs } from '../application/runs.js';
import { TestSend } from '../application/test-send.js';
import { ScriptedGateway } from './scripted-gateway.js';
import { PAK_BUDI, SenderHouse } from './sender-house.js';
import { someId, someRun } from './sender-tables.js';

const { broadcastId, deviceId } = someRun();
const NO_RULES: SendingSettings = {
  hours: null,
  dailyCap: null,
  warmUp: [],
  longPause: null,
  failureStop: null,
};
const HOURS = { ...NO_RULES, hours: { from: 7 * 60, to: 20 * 60 } };
const CAP = { ...NO_RULES, dailyCap: 3 };
const PACE = { min: 60, max: 60 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const at = (day: number, time: string): number =>
  Date.parse(`2026-11-${String(day)}T${time}:00+07:00`);

/** The rules of a real number, obeyed by the whole sender on any database. */
export function describeSendingRules(name: string, open: () => Promise<TestDatabase>): void {
  describe(`a real number on ${name}`, () => {
    let opened: TestDatabase;
    let gateway: ScriptedGateway;
    let house: SenderHouse;
    const sentAt: number[] = [];

    beforeEach(async () => {
      opened = await open();
      gateway = new ScriptedGateway('whatsapp-web');
      sentAt.length = 0;
      gateway.onSend = () => {
        sentAt.push(house.clock.now());
        return { kind: 'accepted' };
      };
    });
    afterEach(() => house.close());

    /** A server that starts at `now`. */
    const begin = async (now: number, sending: SendingSettings): Promise<void> => {
      house = await SenderHouse.open({ opened, gateway, sending, now, pace: PACE });
      house.devices.put(someId(902), { phone: '+6281200000902' });
      house.devices.put(someId(903));
    };
    /** The server ends, and another one starts on the same database. */
    const restart = async (now: number, sending: SendingSettings): Promise<void> => {
      await house.end();
      await begin(now, sending);
      await house.start();
      await house.rest();
    };
    const go = async (): Promise<void> => {
      await house.start();
      await house.rest();
    };
    const view = async (id = broadcastId) =>
      (await house.run(() => house.get(Runs).find([id]))).get(id);

    it('holds back in the evening, says so, and goes on in the morning', async () => {
      await begin(at(24, '19:58'), HOURS);
      await house.tables.addRun({ total: 4 });
      const estimate = await house.run(() => house.get(Runs).estimate(deviceId, 1));
      expect(estimate).toMatchObject({
        startsAt: new Date(at(24, '19:58')).toISOString(),
        rules: { hours: { from: '07:00', to: '20:00' }, dailyCap: null, days: 2 },
        inTheNight: false,
      });
      await go();
      await house.pass(10 * MINUTE, MINUTE);
      expect(sentAt).toEqual([at(24, '19:58'), at(24, '19:59')]);
      const waiting = { reason: 'send-hours', until: new Date(at(25, '07:00')).toISOString() };
      expect(await view()).toMatchObject({ state: 'sending', waiting });
      expect(house.told.at(-1)).toMatchObject({ waiting });
      await house.pass(10 * HOUR + 50 * MINUTE, 10 * MINUTE);
      expect(sentAt).toHaveLength(2);
      await house.pass(5 * MINUTE, MINUTE);
      expect(sentAt.slice(2)).toEqual([at(25, '07:00'), at(25, '07:01')]);
      expect(await view()).toMatchObject({ state: 'finished', waiting: null });
    });

    it('rests without its lane, and without asking for it when it is rung', async () => {
      await begin(at(24, '20:00'), HOURS);
      await house.tables.addRun();
      await go();
      const epochOf = () =>
        house.run(async () => {
          const [row] = await house.database.manager.query<{ epoch: number; holder: unknown }[]>(
            'SELECT epoch, holder FROM lanes WHERE device_id = ?',
            [deviceId],
          );
          return row;
        });
      expect(await epochOf()).toEqual({ epoch: 1, holder: null });
      const waits = house.clock.waiting;
      for (let ring = 0; ring < 5; ring++) {
        house.get(Lanes).ring(deviceId);
        await house.rest();
      }
      expect(await epochOf()).toEqual({ epoch: 1, holder: null });
      expect(house.clock.waiting).toBe(waits);
    });

    it('is paused at once while it rests, and then is not woken', async () => {
      await begin(at(24, '20:00'), HOURS);
      await house.tables.addRun();
      await go();
      const paused = await house.get(PauseRun).byPerson(broadcastId, PAK_BUDI);
      expect(paused).toMatchObject({ state: 'paused', waiting: null });
      await house.pass(12 * HOUR, HOUR);
      expect(sentAt).toEqual([]);
    });

    it('stops at the cap of the day, across restarts and clocks set back, till the next', async () => {
      await begin(at(24, '09:00'), CAP);
      await house.tables.addRun({ total: 5 });
      await go();
      await house.pass(1.5 * MINUTE, 30_000);
      await restart(at(24, '10:00'), CAP);
      await house.pass(10 * MINUTE, MINUTE);
      expect(sentAt).toHaveLength(3);
      const waiting = { reason: 'daily-cap', until: new Date(at(25, '00:00')).toISOString() };
      expect(await view()).toMatchObject({ state: 'sending', waiting });
      await restart(at(23, '22:00'), CAP);
      await house.pass(3 * HOUR, 10 * MINUTE);
      expect(sentAt).toHaveLength(3);
      await restart(at(24, '23:50'), CAP);
      await house.pass(15 * MINUTE, MINUTE);
      expect(sentAt.slice(3)).toEqual([at(25, '00:00'), at(25, '00:01')]);
    });

    it('shares the cap among its broadcasts, and with itself when it was added anew', async () => {
      await begin(at(24, '09:00'), CAP);
      await house.tables.addRun({ total: 2 });
      await house.tables.addRun({ broadcastId: someId(2), importId: someId(102), total: 2 });
      const anew = { broadcastId: someId(3), importId: someId(103), deviceId: someId(903) };
      await go();
      await house.pass(5 * MINUTE, MINUTE);
      expect(sentAt).toHaveLength(3);
      await house.tables.addRun(anew);
      house.get(Lanes).ring(someId(903));
      await house.pass(5 * MINUTE, MINUTE);
      expect(sentAt).toHaveLength(3);
      expect((await view(someId(3)))?.waiting).toMatchObject({ reason: 'daily-cap' });
    });

    it('leaves other numbers alone while it rests', async () => {
      await begin(at(24, '09:00'), CAP);
      await house.tables.addRun({ total: 4 });
      const other = { broadcastId: someId(2), importId: someId(102), deviceId: someId(902) };
      await go();
      await house.pass(5 * MINUTE, MINUTE);
      await house.tables.addRun(other);
      house.get(Lanes).ring(someId(902));
      await house.pass(5 * MINUTE, MINUTE);
      expect(await view(someId(2))).toMatchObject({ state: 'finished', waiting: null });
    });

    it('takes a long pause, which a restart does not shorten', async () => {
      const rules = { ...NO_RULES, longPause: { every: 2, minutes: { min: 5, max: 9 } } };
      await begin(at(24, '09:00'), rules);
      await house.tables.addRun({ total: 5 });
      await go();
      await house.pass(2 * MINUTE, MINUTE);
      const until = new Date(at(24, '09:06')).toISOString();
      expect(await view()).toMatchObject({ waiting: { reason: 'long-pause', until } });
      await restart(at(24, '09:03'), rules);
      await house.pass(10 * MINUTE, MINUTE);
      expect(sentAt).toEqual(
        ['09:00', '09:01', '09:06', '09:07', '09:12'].map((time) => at(24, time)),
      );
    });

    it('is stopped by too many failures, with all that it sends, also across a restart', async () => {
      const rules = { ...NO_RULES, failureStop: { failures: 3, of: 6 } };
      const fates = '0100';
      gateway.onSend = () => ({
        ...(fates[sentAt.push(0) - 1] === '0'
          ? { kind: 'refused', reason: 'rejected' }
          : { kind: 'accepted' }),
      });
      await begin(at(24, '09:00'), rules);
      await house.tables.addRun({ total: 6 });
      await house.tables.addRun({ broadcastId: someId(2), importId: someId(102) });
      await go();
      await house.pass(1.5 * MINUTE, 30_000);
      await restart(at(24, '09:10'), rules);
      await house.pass(10 * MINUTE, MINUTE);
      expect(sentAt).toHaveLength(4);
      const paused = { state: 'paused', pauseReason: 'many-failures' };
      expect(await house.runOf()).toMatchObject({ ...paused, counts: { failed: 3, sent: 1 } });
      expect(await house.runOf(someId(2))).toMatchObject(paused);
    });

    it('is not stopped by numbers without WhatsApp, which take no place in the cap either', async () => {
      gateway.onLookup = (phone) =>
        Number(phone.slice(-2)) <= 8 ? { kind: 'not-on' } : { kind: 'on', address: phone };
      await begin(at(24, '09:00'), { ...CAP, failureStop: { failures: 3, of: 6 } });
      await house.tables.addRun({ total: 11 });
      await go();
      await house.pass(12 * MINUTE, MINUTE);
      expect(await house.runOf()).toMatchObject({
        state: 'finished',
        counts: { skipped: 8, sent: 3 },
      });
    });

    describe('and a test message', () => {
      const test = () =>
        house
          .get(TestSend)
          .run(
            { deviceId, text: 'Halo', attachmentId: null, phone: '081200000077', values: {} },
            PAK_BUDI,
          );

      it('goes out in the night as well', async () => {
        await begin(at(24, '22:00'), HOURS);
        expect(await test()).toMatchObject({ outcome: 'accepted' });
      });

      it('takes a place in the cap, and is refused when none is left', async () => {
        await begin(at(24, '09:00'), CAP);
        expect(await test()).toMatchObject({ outcome: 'accepted' });
        await house.tables.addRun({ total: 4 });
        await go();
        await house.pass(5 * MINUTE, MINUTE);
        expect(sentAt).toHaveLength(3);
        await expect(test()).rejects.toMatchObject({
          code: 'DEVICE.DAILY_CAP',
          params: { name: 'Poli Anak', cap: 3 },
        });
        expect(sentAt).toHaveLength(3);
        const { rules } = await house.run(() => house.get(Runs).estimate(deviceId, 1));
        expect(rules).toMatchObject({ dailyCap: 3, sentToday: 3 });
      });

      it('that waited for its place while the last one was taken is refused as well', async () => {
        await begin(at(24, '09:00'), { ...CAP, dailyCap: 1 });
        const both = Promise.allSettled([test(), test()]);
        await house.pass(2 * MINUTE, MINUTE);
        const refusals = (await both).flatMap((result) =>
          result.status === 'rejected' ? [result.reason as unknown] : [],
        );
        expect(refusals).toMatchObject([{ code: 'DEVICE.DAILY_CAP' }]);
        expect(sentAt).toHaveLength(1);
      });
    });
  });
}
