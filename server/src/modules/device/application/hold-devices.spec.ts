import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SingleProcess } from '../../../platform/bus/single-process.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RecordedMetrics } from '../../../platform/metrics/testing/recorded-metrics.js';
import { TypeOrmDeviceHolds } from '../infrastructure/persistence/typeorm-device-holds.js';
import type { DeviceRoom } from '../testing/device-room.js';
import { openDeviceRoom } from '../testing/device-room.js';
import { aDevice, deviceId } from '../testing/devices.js';
import { HoldDevices } from './hold-devices.js';
import { SessionsHere } from './sessions-here.js';
import { TakeHold } from './take-hold.js';
import { TakeUpDevice } from './take-up-device.js';

/** A database that a test takes away. */
class AbsentAtTimes extends UnitOfWork {
  isAway = false;

  constructor(private readonly unit: UnitOfWork) {
    super();
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.isAway ? Promise.reject(new Error('away')) : this.unit.run(work);
  }

  atEnd(work: () => Promise<void>): void {
    this.unit.atEnd(work);
  }
}

describe('what a worker holds', () => {
  const device = aDevice({ state: 'ready', linkedAt: 1_000 });
  let room: DeviceRoom;
  let unit: AbsentAtTimes;
  let here: SessionsHere;
  let holds: TypeOrmDeviceHolds;
  let holding: HoldDevices;
  let take: TakeHold;
  let metrics: RecordedMetrics;

  beforeEach(async () => {
    room = await openDeviceRoom();
    unit = new AbsentAtTimes(room.unit);
    metrics = new RecordedMetrics();
    here = new SessionsHere(room.clock);
    holds = new TypeOrmDeviceHolds(room.unit);
    take = new TakeHold(new SingleProcess(), unit, holds, here, room.clock, metrics);
    const { changes, gateways, engines, clock, log } = room;
    const takeUp = new TakeUpDevice(changes, gateways, engines, clock, log);
    holding = new HoldDevices(unit, holds, here, takeUp, take, clock);
    await room.has(device);
    await holding.beat();
  });
  afterEach(() => room.close());

  const tell = async (state: 'ready' | 'linking') => {
    room.news.sessionChanged(device.id, state, null);
    await room.news.settled();
  };

  it('is taken with the first beat, and its session opened', () => {
    expect(room.practice.calls).toEqual([`open ${device.id}`]);
    expect(here.has(device.id)).toBe(true);
  });

  it('is opened again when the database was away for so long that it had to be closed', async () => {
    await tell('ready');
    unit.isAway = true;
    await room.clock.advance(18_000);
    await expect(holding.beat()).rejects.toThrow('away');
    await expect(holding.beat()).rejects.toThrow('away');
    expect(room.practice.calls).toEqual([`open ${device.id}`, `close ${device.id}`]);
    expect(here.has(device.id)).toBe(false);
    unit.isAway = false;
    await holding.beat();
    expect(room.practice.calls.at(-1)).toBe(`open ${device.id}`);
    expect(here.has(device.id)).toBe(true);
    expect(await room.stored(device.id)).toMatchObject({ state: 'reconnecting' });
  });

  it('forgets workers that died long ago, at its start and every hour', async () => {
    const die = () => room.unit.run(() => holds.renew('mati', -25 * 3_600_000));
    const known = () =>
      room.unit.run(() => room.unit.manager.query("SELECT 1 FROM workers WHERE name = 'mati'"));
    await die();
    await holding.beat();
    expect(await known()).toHaveLength(1);
    await room.clock.advance(3_600_000);
    await holding.beat();
    expect(await known()).toHaveLength(0);
  });

  it('stays open through a short absence of the database', async () => {
    unit.isAway = true;
    await room.clock.advance(10_000);
    await expect(holding.beat()).rejects.toThrow('away');
    unit.isAway = false;
    await holding.beat();
    expect(room.practice.calls).toEqual([`open ${device.id}`]);
  });

  it('is closed and left alone when another worker took it meanwhile', async () => {
    await room.unit.run(() => holds.release(device.id, take.worker));
    await room.unit.run(() => holds.take(device.id, 'lain', 60_000));
    await holding.beat();
    expect(room.practice.calls).toEqual([`open ${device.id}`, `close ${device.id}`]);
    expect(here.has(device.id)).toBe(false);
    await expect(take.ensure(device.id)).rejects.toMatchObject({ code: 'DEVICE.HELD_ELSEWHERE' });
  });

  it('counts what it took because its worker was not heard of, and nothing else', async () => {
    const takeovers = () => metrics.of('prima_device_takeovers_total').length;
    expect(takeovers()).toBe(0);
    await room.unit.run(() => holds.take(deviceId(8), 'mati', 0));
    await take.ensure(deviceId(8));
    await take.ensure(deviceId(9));
    expect(takeovers()).toBe(1);
  });

  it('is opened when another process gave it to this worker', async () => {
    const given = aDevice({
      id: deviceId(2),
      phone: '+6281200000002',
      linkedAt: 1,
      state: 'ready',
    });
    await room.has(given);
    await room.unit.run(() => holds.take(given.id, take.worker, 60_000));
    await holding.beat();
    expect(room.practice.calls).toContain(`open ${given.id}`);
  });

  it('ends linkings whose process is gone, so that a person can begin anew', async () => {
    const stuck = aDevice({
      id: deviceId(3),
      phone: '+6281200000003',
      state: 'linking',
      stateSince: 1,
    });
    await room.has(stuck);
    await holding.beat();
    expect(await room.stored(stuck.id)).toMatchObject({ state: 'unlinked' });
  });
});
