import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeviceRoom } from '../testing/device-room.js';
import { openDeviceRoom } from '../testing/device-room.js';
import { aDevice, deviceId } from '../testing/devices.js';
import { ReceiptArrived } from './device-events.js';

describe('EngineNews', () => {
  const device = aDevice({ state: 'ready', linkedAt: 1_000 });
  let room: DeviceRoom;

  beforeEach(async () => {
    room = await openDeviceRoom();
    await room.has(device);
  });

  afterEach(() => room.close());

  it('works off what came in a row in that order', async () => {
    for (let round = 0; round < 20; round++) {
      room.news.sessionChanged(device.id, 'reconnecting', 'connection-lost');
      room.news.sessionChanged(device.id, 'ready', null);
    }
    await room.news.settled();
    expect(await room.stored(device.id)).toMatchObject({ state: 'ready', linkedAt: 1_000 });
    expect(room.heard).toHaveLength(40);
  });

  it('ignores late news, and news of devices that are gone', async () => {
    room.news.sessionChanged(device.id, 'logged-out', 'phone-logged-out');
    room.news.sessionChanged(device.id, 'ready', null);
    room.news.sessionChanged(deviceId(9), 'ready', null);
    await room.news.settled();
    expect(await room.stored(device.id)).toMatchObject({ state: 'logged-out', linkedAt: null });
    expect(room.audit.entries.map(({ action }) => action)).toEqual(['device.logged-out']);
    expect(room.log.errors).toEqual([]);
  });

  it('passes receipts on as they come', () => {
    room.news.receipt(device.id, 'm1', 'read');
    room.news.receipt(device.id, 'm1', 'delivered');
    expect(room.heard).toEqual([
      new ReceiptArrived(device.id, 'm1', 'read'),
      new ReceiptArrived(device.id, 'm1', 'delivered'),
    ]);
  });

  it('keeps news while the database is away', async () => {
    const run = jest.spyOn(room.unit, 'run');
    const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    run.mockRejectedValueOnce(away).mockRejectedValueOnce(away);
    room.news.sessionChanged(device.id, 'reconnecting', 'connection-lost');
    room.news.sessionChanged(device.id, 'ready', null);
    for (const wait of [250, 1_000]) {
      await new Promise((resolve) => setImmediate(resolve));
      await room.clock.advance(wait);
    }
    await room.news.settled();
    expect(run).toHaveBeenCalledTimes(4);
    expect(await room.stored(device.id)).toMatchObject({ state: 'ready' });
  });

  it('goes on after news that could not be stored', async () => {
    await room.unit.dataSource.query('ALTER TABLE devices RENAME TO hidden');
    room.news.sessionChanged(device.id, 'reconnecting', null);
    await room.news.settled();
    await room.unit.dataSource.query('ALTER TABLE hidden RENAME TO devices');
    room.news.sessionChanged(device.id, 'failed', 'engine-failed');
    await room.news.settled();
    expect(room.log.errors).toHaveLength(1);
    expect(await room.stored(device.id)).toMatchObject({ state: 'failed' });
  });
});
