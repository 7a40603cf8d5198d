import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeviceRoom } from '../testing/device-room.js';
import { openDeviceRoom } from '../testing/device-room.js';
import { aDevice, deviceId } from '../testing/devices.js';
import { RestoreDevices } from './restore-devices.js';

describe('RestoreDevices', () => {
  let room: DeviceRoom;
  let restore: RestoreDevices;

  beforeEach(async () => {
    room = await openDeviceRoom();
    restore = new RestoreDevices(room.unit, room.devices, room.changes, room.engines, room.clock);
  });

  afterEach(() => room.close());

  const [linked, halfway, other] = [deviceId(1), deviceId(2), deviceId(3)];

  it('takes links up again and ends linkings that a crash cut short', async () => {
    await room.has(aDevice({ id: linked, phone: '+6281200000001', state: 'ready', linkedAt: 1 }));
    await room.has(aDevice({ id: halfway, phone: '+6281200000002', state: 'linking' }));
    await room.has(aDevice({ id: other, phone: '+6281200000003', state: 'logged-out' }));
    const toOpen = await restore.reset();
    expect(await room.stored(linked)).toMatchObject({
      state: 'reconnecting',
      reason: 'server-restarted',
    });
    expect(await room.stored(halfway)).toMatchObject({ state: 'unlinked' });
    expect(await room.stored(other)).toMatchObject({ state: 'logged-out' });
    expect(room.practice.calls).toEqual([]);
    await restore.open(toOpen);
    expect(room.practice.calls).toEqual([`open ${linked}`]);
  });

  it('opens the others when one fails, and says which and why', async () => {
    const web = { engine: 'whatsapp-web', state: 'ready', linkedAt: 1 } as const;
    await room.has(aDevice({ id: other, phone: '+6281200000003', ...web }));
    await room.has(aDevice({ id: linked, phone: '+6281200000001', state: 'ready', linkedAt: 1 }));
    room.practice.failing.add('open');
    await restore.open(await restore.reset());
    expect(await room.stored(linked)).toMatchObject({ state: 'failed', reason: 'engine-failed' });
    expect(await room.stored(other)).toMatchObject({
      state: 'failed',
      reason: 'engine-not-offered',
      linkedAt: 1,
    });
  });

  it('takes up a link again that could not be restored the last time', async () => {
    await room.has(aDevice({ id: linked, state: 'failed', linkedAt: 1 }));
    expect((await restore.reset()).map(({ id }) => id)).toEqual([linked]);
  });
});
