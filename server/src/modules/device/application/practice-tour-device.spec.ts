import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeviceRoom } from '../testing/device-room.js';
import { IBU_SARI, openDeviceRoom } from '../testing/device-room.js';
import { aDevice, deviceId } from '../testing/devices.js';
import { PracticeTourDevice } from './practice-tour-device.js';
import { SimulateScan } from './simulate-scan.js';
import { StartLinking } from './start-linking.js';

describe('PracticeTourDevice', () => {
  let room: DeviceRoom;
  let tour: PracticeTourDevice;

  beforeEach(async () => {
    room = await openDeviceRoom();
    const { changes, engines, challenges, readLink, audit, clock, gateways, news, unit, events } =
      room;
    tour = new PracticeTourDevice(
      unit,
      room.devices,
      room.addDevice,
      new StartLinking(changes, engines, challenges, readLink, audit, clock),
      new SimulateScan(gateways, readLink, news, unit, audit),
      events,
    );
  });

  afterEach(() => room.close());

  const provide = () => tour.provide('Perangkat latihan', IBU_SARI);

  it('adds a practice device with an invented number and scans its first code itself', async () => {
    await room.has(aDevice({ engine: 'whatsapp-web' }));
    const id = await provide();
    expect(await room.stored(id)).toMatchObject({
      name: 'Perangkat latihan',
      phone: '+6281200000002',
      engine: 'practice',
      state: 'preparing',
    });
    const scanned = new Promise<void>((resolve) => {
      room.practice.during.set('scan', () => {
        resolve();
        return Promise.resolve();
      });
    });
    room.news.sessionChanged(id, 'waiting-for-scan', null);
    await scanned;
    expect(room.practice.calls).toEqual([`start ${id}`, `scan ${id}`]);
  });

  it('takes the practice device that is there, and links it if need be', async () => {
    const present = aDevice({ id: deviceId(7), state: 'code-expired' });
    await room.has(present);
    expect(await provide()).toBe(present.id);
    expect(await provide()).toBe(present.id);
    expect(room.practice.calls).toEqual([`start ${present.id}`]);
  });

  it('leaves a device alone that somebody links by hand', async () => {
    const present = aDevice({ state: 'preparing' });
    await room.has(present);
    room.news.sessionChanged(present.id, 'waiting-for-scan', null);
    await room.news.settled();
    expect(room.practice.calls).toEqual([]);
  });
});
