import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeviceRoom } from '../testing/device-room.js';
import { IBU_SARI, openDeviceRoom } from '../testing/device-room.js';
import { aDevice } from '../testing/devices.js';

describe('AddDevice', () => {
  let room: DeviceRoom;

  beforeEach(async () => {
    room = await openDeviceRoom();
  });

  afterEach(() => room.close());

  const wish = { name: 'Poli Anak', phone: '0812-0000-0001', engine: 'practice' } as const;
  const add = (wishes: Partial<{ phone: string; engine: 'practice' | 'whatsapp-web' }> = {}) =>
    room.addDevice.run({ ...wish, ...wishes }, IBU_SARI);

  it('adds a device that no phone has linked, writes it down and tells who watches', async () => {
    const seen = room.watch('devices:read');
    const view = await add();
    expect(view).toMatchObject({
      name: 'Poli Anak',
      phone: '+6281200000001',
      engine: 'practice',
      status: 'disconnected',
      state: 'unlinked',
      linkedAt: null,
    });
    expect(await room.readDevice.run(view.id, 'all')).toEqual(view);
    expect(seen).toEqual([{ type: 'device-changed', device: view }]);
    expect(room.audit.entries).toEqual([
      expect.objectContaining({ action: 'device.add', by: 'Ibu Sari', subjectId: view.id }),
    ]);
  });

  it('names the device that has the number', async () => {
    const device = aDevice({ name: 'Poli Gigi' });
    await room.has(device);
    const params = { name: 'Poli Gigi', deviceId: device.id };
    await expect(add({ phone: '+62 812 0000 0001' })).rejects.toMatchObject({
      code: 'DEVICE.PHONE_TAKEN',
      params,
      fields: [{ pointer: '/phone', code: 'DEVICE.PHONE_TAKEN', params }],
    });
    expect(room.audit.entries).toEqual([]);
  });

  it('lets one of two who add the same number at the same moment win', async () => {
    const outcomes = await Promise.allSettled([add(), add(), add()]);
    const refusals = outcomes.filter(({ status }) => status === 'rejected');
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ reason: { code: 'DEVICE.PHONE_TAKEN' } });
    }
    expect(room.audit.entries).toHaveLength(1);
  });

  it.each([
    ['a text that is no number', { phone: 'belum ada' }, 'PHONE.NOT_A_NUMBER'],
    ['an engine that is not enabled', { engine: 'whatsapp-web' }, 'DEVICE.ENGINE_NOT_OFFERED'],
  ] as const)('refuses %s', async (_, wishes, code) => {
    await expect(add(wishes)).rejects.toMatchObject({ code });
  });
});
