import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { DeviceRepository } from '../application/ports/device-repository.js';
import type { Device, Session } from '../domain/device.js';
import { unlinkedSession } from '../domain/device.js';
import { aDevice, deviceId } from './devices.js';

/** What the suite needs of a storage. */
export interface DeviceRepositorySubject {
  readonly devices: DeviceRepository;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

/** Every storage of devices must behave like this. */
export function describeDeviceRepository(
  name: string,
  open: () => Promise<DeviceRepositorySubject>,
): void {
  describe(`DeviceRepository on ${name}`, () => {
    let subject: DeviceRepositorySubject;

    beforeEach(async () => {
      subject = await open();
    });

    afterEach(() => subject.close());

    const add = (device: Device) => subject.unit.run(() => subject.devices.add(device));
    const read = (id: string) => subject.unit.run(() => subject.devices.findById(id, 'all'));
    const remove = (id: string) => subject.unit.run(() => subject.devices.remove(id, 5_000));
    const change = (id: string, from: Session['state'], to: Session) =>
      subject.unit.run(() => subject.devices.changeSession(id, from, to));

    it('gives a device back as it was added', async () => {
      const device = aDevice({ name: 'Poli 😀 ꦱꦫꦶ', reason: 'engine-failed', linkedAt: 7 });
      expect(await add(device)).toBe(true);
      expect(await read(device.id)).toEqual(device);
      expect(await read(deviceId(9))).toBeNull();
    });

    it('finds by phone, by ids and all, the oldest first', async () => {
      const { devices, unit } = subject;
      const young = aDevice({ id: deviceId(1), phone: '+6281200000001', createdAt: 2_000 });
      const old = aDevice({ id: deviceId(2), phone: '+6281200000002', createdAt: 1_000 });
      await add(young);
      await add(old);
      expect(await unit.run(() => devices.findByPhone(old.phone))).toEqual(old);
      expect(await unit.run(() => devices.findByPhone('+6281200000003'))).toBeNull();
      expect(await unit.run(() => devices.findByIds([young.id, deviceId(9)]))).toEqual([young]);
      expect(await unit.run(() => devices.findByIds([]))).toEqual([]);
      expect(await unit.run(() => devices.listActive('all'))).toEqual([old, young]);
    });

    it('counts the states of those that are not removed', async () => {
      const put = (serial: number, given: Partial<Device>) =>
        add(aDevice({ id: deviceId(serial), phone: `+628120000000${String(serial)}`, ...given }));
      await put(1, { state: 'ready' });
      await put(2, { state: 'ready' });
      await put(3, { state: 'ready', engine: 'whatsapp-web' });
      await put(4, { state: 'unlinked' });
      await remove(deviceId(4));
      const found = await subject.unit.run(() => subject.devices.countStates());
      expect(found.sort((a, b) => b.devices - a.devices)).toEqual([
        { engine: 'practice', state: 'ready', devices: 2 },
        { engine: 'whatsapp-web', state: 'ready', devices: 1 },
      ]);
    });

    it('refuses a phone that is taken and lets the unit go on', async () => {
      const { devices, unit } = subject;
      await add(aDevice({ id: deviceId(1) }));
      const outcome = await unit.run(async () => [
        await devices.add(aDevice({ id: deviceId(2) })),
        await devices.add(aDevice({ id: deviceId(3), phone: '+6281200000003' })),
      ]);
      expect(outcome).toEqual([false, true]);
      expect(await read(deviceId(2))).toBeNull();
    });

    it('lets one of two who add the same phone at the same moment win', async () => {
      const outcomes = await Promise.all(
        [1, 2, 3].map((number) => add(aDevice({ id: deviceId(number) }))),
      );
      expect(outcomes.filter((added) => added)).toHaveLength(1);
      expect(await subject.unit.run(() => subject.devices.listActive('all'))).toHaveLength(1);
    });

    it('changes a session only out of the state that the caller saw', async () => {
      const device = aDevice();
      await add(device);
      const ready: Session = { state: 'ready', reason: null, stateSince: 2_000, linkedAt: 2_000 };
      const failed: Session = { ...ready, state: 'failed', reason: 'x', linkedAt: null };
      expect(await change(device.id, 'linking', ready)).toBe(false);
      expect(await read(device.id)).toEqual(device);
      expect(await change(device.id, 'unlinked', ready)).toBe(true);
      expect(await read(device.id)).toEqual({ ...device, ...ready });
      expect(await change(device.id, 'ready', failed)).toBe(true);
      expect(await read(device.id)).toEqual({ ...device, ...failed });
      expect(await change(deviceId(9), 'unlinked', ready)).toBe(false);
    });

    it('removes an unlinked device once, keeps it for history and frees its phone', async () => {
      const device = aDevice();
      await add(device);
      expect(await remove(device.id)).toBe(true);
      expect(await remove(device.id)).toBe(false);
      expect(await read(device.id)).toEqual({ ...device, removedAt: 5_000 });
      const { devices, unit } = subject;
      expect(await unit.run(() => devices.listActive('all'))).toEqual([]);
      expect(await unit.run(() => devices.findByPhone(device.phone))).toBeNull();
      expect(await add(aDevice({ id: deviceId(2) }))).toBe(true);
      expect(await add(aDevice({ id: deviceId(3) }))).toBe(false);
    });

    it('neither removes a device with a session nor gives a removed one a session', async () => {
      const device = aDevice({ state: 'preparing' });
      await add(device);
      expect(await remove(device.id)).toBe(false);
      await change(device.id, 'preparing', unlinkedSession(2_000));
      await remove(device.id);
      const preparing: Session = { ...unlinkedSession(3_000), state: 'preparing' };
      expect(await change(device.id, 'unlinked', preparing)).toBe(false);
    });
  });
}
