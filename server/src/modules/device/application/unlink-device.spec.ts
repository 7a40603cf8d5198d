import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeviceRoom } from '../testing/device-room.js';
import { IBU_SARI, openDeviceRoom } from '../testing/device-room.js';
import { aDevice } from '../testing/devices.js';
import { DeviceRemoved, DeviceStateChanged } from './device-events.js';
import { UnlinkDevice } from './unlink-device.js';

describe('UnlinkDevice', () => {
  const device = aDevice({ state: 'ready', linkedAt: 1_000 });
  let room: DeviceRoom;
  let unlinkDevice: UnlinkDevice;

  beforeEach(async () => {
    room = await openDeviceRoom();
    const { readDevice, changes, engines, audit, clock } = room;
    unlinkDevice = new UnlinkDevice(readDevice, changes, engines, audit, clock);
    await room.has(device);
  });

  afterEach(() => room.close());

  const unlink = () => unlinkDevice.run(device.id, IBU_SARI);

  it('ends the session, tells the phone, and takes the device off the list', async () => {
    const seen = room.watch('devices:read');
    expect(await unlink()).toEqual({ loggedOutOnPhone: true });
    expect(room.practice.calls).toEqual([`unlink ${device.id}`]);
    expect(room.heard).toEqual([
      new DeviceStateChanged(device.id, 'unlinked'),
      new DeviceRemoved(device.id),
    ]);
    expect(seen.at(-1)).toEqual({ type: 'device-removed', deviceId: device.id });
    expect(await room.stored(device.id)).toMatchObject({ name: 'Poli Anak', state: 'unlinked' });
    expect(room.audit.entries).toEqual([
      expect.objectContaining({
        action: 'device.remove',
        by: 'Ibu Sari',
        details: { name: 'Poli Anak', loggedOutOnPhone: 'yes' },
      }),
    ]);
    await expect(room.readDevice.run(device.id, 'all')).rejects.toMatchObject({
      code: 'DEVICE.NOT_FOUND',
    });
  });

  it('ends the session before the engine is asked, so that nothing more is sent', async () => {
    let stateMeanwhile: unknown;
    room.practice.during.set('unlink', async () => {
      stateMeanwhile = (await room.stored(device.id))?.state;
    });
    await unlink();
    expect(stateMeanwhile).toBe('unlinked');
  });

  it('removes the device also when the engine fails, and says so', async () => {
    room.practice.failing.add('unlink');
    expect(await unlink()).toEqual({ loggedOutOnPhone: false });
    expect((await room.stored(device.id))?.removedAt).not.toBeNull();
    expect(room.log.errors).toHaveLength(1);
  });

  it('frees the number', async () => {
    await unlink();
    const again = { name: 'Poli Anak', phone: device.phone, engine: 'practice' } as const;
    expect((await room.addDevice.run(again, IBU_SARI)).phone).toBe(device.phone);
  });

  it('begins anew when somebody links the device in between', async () => {
    let rounds = 0;
    room.practice.during.set('unlink', async () => {
      rounds++;
      if (rounds > 1) return;
      await room.changes.change(device.id, (now) => ({ ...now, state: 'preparing' }));
    });
    await unlink();
    expect(rounds).toBe(2);
    expect(await room.stored(device.id)).toMatchObject({ state: 'unlinked' });
  });

  it('removes once when two do it at the same moment', async () => {
    const outcomes = await Promise.allSettled([unlink(), unlink()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'DEVICE.NOT_FOUND' }) }),
    );
    expect(room.audit.entries).toHaveLength(1);
  });
});
