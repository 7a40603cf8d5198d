import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Permission } from '#contracts/user.contract.js';
import { TypeOrmDeviceHolds } from '../infrastructure/persistence/typeorm-device-holds.js';
import type { DeviceRoom } from '../testing/device-room.js';
import { openDeviceRoom } from '../testing/device-room.js';
import { aDevice, deviceId } from '../testing/devices.js';
import { ListDevices } from './list-devices.js';
import { ReadPhone } from './read-phone.js';
import { SessionsHere } from './sessions-here.js';
import { StoredDeviceDirectory } from './stored-device-directory.js';

const CLERK: Permission[] = ['devices:read'];
const MANAGER: Permission[] = ['devices:read', 'devices:manage'];

describe('reading devices', () => {
  const present = aDevice({ state: 'ready', linkedAt: 1_763_000_000_000 });
  const gone = aDevice({ id: deviceId(2), phone: '+6281200000002', name: 'Poli Gigi' });
  let room: DeviceRoom;

  beforeEach(async () => {
    room = await openDeviceRoom();
    await room.has(present);
    await room.has(gone);
    await room.unit.run(() => room.devices.remove(gone.id, 5_000));
  });

  afterEach(() => room.close());

  const list = (permissions: readonly Permission[], here: SessionsHere) => {
    const holds = new TypeOrmDeviceHolds(room.unit);
    const devices = new ListDevices(room.unit, room.devices, holds, here);
    return devices.run({ devices: 'all', permissions: new Set(permissions) });
  };

  it('tells which worker runs what, to who manages devices and where there are several', async () => {
    const holds = new TypeOrmDeviceHolds(room.unit);
    const live = (worker: string) => room.unit.run(() => holds.renew(worker, 60_000));
    const shared = new SessionsHere(room.clock);
    await live('rs-wa-1.00aa');
    await room.unit.run(() => holds.take(present.id, 'rs-wa-1.00aa', 60_000));
    expect((await list(MANAGER, shared)).holders).toEqual([]);
    await live('rs-wa-2.00bb');
    expect((await list(MANAGER, shared)).holders).toEqual([
      { deviceId: present.id, worker: 'rs-wa-1' },
    ]);
    expect((await list(CLERK, shared)).holders).toEqual([]);
  });

  it('lists devices that are not removed, with the word of the seed', async () => {
    const { items, holders } = await list(CLERK, new SessionsHere(null));
    expect(holders).toEqual([]);
    expect(items).toEqual([
      {
        id: present.id,
        name: 'Poli Anak',
        phone: '+6281200000001',
        engine: 'practice',
        status: 'authenticated',
        state: 'ready',
        reason: null,
        stateSince: '2025-11-13T02:13:20.000Z',
        linkedAt: '2025-11-13T02:13:20.000Z',
        createdAt: '2025-11-13T02:13:20.000Z',
      },
    ]);
  });

  it('reads a number as it is typed, and who has it', async () => {
    const readPhone = new ReadPhone(room.unit, room.devices);
    expect(await readPhone.run('0812 0000 0001')).toEqual({
      phone: '+6281200000001',
      formatted: '+62 812-0000-0001',
      reason: null,
      takenBy: { id: present.id, name: 'Poli Anak' },
    });
    expect(await readPhone.run('0812-0000-0002')).toMatchObject({ takenBy: null });
    expect(await readPhone.run('0812')).toEqual({
      phone: null,
      formatted: null,
      reason: 'too-short',
      takenBy: null,
    });
  });

  it('answers other modules, about removed devices too', async () => {
    const directory = new StoredDeviceDirectory(room.devices);
    await room.unit.run(async () => {
      expect(await directory.get(present.id, 'all')).toEqual({
        id: present.id,
        name: 'Poli Anak',
        phone: '+6281200000001',
        engine: 'practice',
        state: 'ready',
        status: 'authenticated',
        removed: false,
      });
      expect(await directory.get(gone.id, 'all')).toMatchObject({
        name: 'Poli Gigi',
        removed: true,
      });
      await expect(directory.get(deviceId(9), 'all')).rejects.toMatchObject({
        code: 'DEVICE.NOT_FOUND',
      });
      const found = await directory.find([gone.id, deviceId(9)]);
      expect([...found.keys()]).toEqual([gone.id]);
      expect((await directory.listActive('all')).map(({ id }) => id)).toEqual([present.id]);
    });
  });
});
