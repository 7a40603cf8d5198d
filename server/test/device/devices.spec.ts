import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { Public } from '../../src/platform/http/route-access.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import type { TestClient } from '../support/test-client.js';
import { DeviceCalls, POLI_ANAK } from './device-calls.js';

const NOBODY = '0197a8b0-0000-7000-8000-000000000001';

/** Other modules have routes below `devices/` too, and load later. */
@Controller('devices')
class CountsController {
  @Get('counted-elsewhere')
  @Public()
  count(): number {
    return 7;
  }
}

@Module({ controllers: [CountsController] })
class CountsModule {}

describe('devices over HTTP', () => {
  let server: TestServer;
  let administrator: TestClient;
  let calls: DeviceCalls;

  beforeEach(async () => {
    server = await startTestServer({
      config: { engines: ['practice'] },
      modules: [CountsModule],
    });
    administrator = await server.login();
    calls = new DeviceCalls(server, administrator);
  });

  afterEach(() => server.close());

  it('adds a device and lists it', async () => {
    expect(await calls.list()).toEqual([]);
    const added = await calls.add();
    expect(added).toEqual({
      id: expect.any(String),
      name: 'Poli Anak',
      phone: '+6281200000001',
      engine: 'practice',
      status: 'disconnected',
      state: 'unlinked',
      reason: null,
      stateSince: '2026-11-22T02:00:00.000Z',
      linkedAt: null,
      createdAt: '2026-11-22T02:00:00.000Z',
    });
    expect(await calls.list()).toEqual([added]);
    const read = await administrator.get(`/api/devices/${added.id}`);
    expect(await read.json()).toEqual(added);
  });

  it('says which device has the number, so that the form can lead there', async () => {
    const { id } = await calls.add();
    const answer = await administrator.post('/api/devices', { ...POLI_ANAK, name: 'Poli Gigi' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: 'DEVICE.PHONE_TAKEN',
      params: { name: 'Poli Anak', deviceId: id },
      detail: expect.stringContaining('Poli Anak'),
      errors: [{ pointer: '/phone', code: 'DEVICE.PHONE_TAKEN' }],
    });
  });

  it.each([
    ['no name', { ...POLI_ANAK, name: ' ' }, 400, 'REQUEST.INVALID', '/name'],
    ['no number', { ...POLI_ANAK, phone: 'belum ada' }, 422, 'PHONE.NOT_A_NUMBER', '/phone'],
  ])('points at the field: %s', async (_, wish, status, code, pointer) => {
    const answer = await administrator.post('/api/devices', wish);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, errors: [{ pointer }] });
  });

  it('offers the engines of the settings and refuses others', async () => {
    const engines = await administrator.get('/api/devices/engines');
    expect(await engines.json()).toEqual({ items: ['practice'] });
    const answer = await administrator.post('/api/devices', {
      ...POLI_ANAK,
      engine: 'whatsapp-web',
    });
    expect(await answer.json()).toMatchObject({ code: 'DEVICE.ENGINE_NOT_OFFERED' });
  });

  it('reads a number while it is typed', async () => {
    const { id } = await calls.add();
    const read = async (typed: string) => {
      const path = `/api/devices/phone-reading?phone=${encodeURIComponent(typed)}`;
      return (await administrator.get(path)).json();
    };
    expect(await read('+62 812-0000-0001')).toEqual({
      phone: '+6281200000001',
      formatted: '+62 812-0000-0001',
      reason: null,
      takenBy: { id, name: 'Poli Anak' },
    });
    expect(await read('')).toMatchObject({ phone: null, reason: 'empty' });
  });

  it('knows no device that is not there', async () => {
    for (const path of [`/api/devices/${NOBODY}`, `/api/devices/${NOBODY}/link`]) {
      const answer = await administrator.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    }
  });

  it('leaves routes below devices/ to the modules that have them', async () => {
    const answer = await server.client().get('/api/devices/counted-elsewhere');
    expect(await answer.text()).toBe('7');
  });

  it('lets those who may not manage devices read the list, and nothing else', async () => {
    const { id } = await calls.add();
    const viewer = await server.login('viewer');
    expect((await viewer.get('/api/devices')).status).toBe(200);
    expect((await viewer.get(`/api/devices/${id}`)).status).toBe(200);
    const forbidden = [
      viewer.post('/api/devices', { ...POLI_ANAK, phone: '0812-0000-0002' }),
      viewer.delete(`/api/devices/${id}`),
      viewer.get('/api/devices/phone-reading?phone=0812'),
      viewer.get(`/api/devices/${id}/link`),
      viewer.post(`/api/devices/${id}/link`),
      viewer.delete(`/api/devices/${id}/link`),
      viewer.post(`/api/devices/${id}/link/simulated-scan`),
    ];
    expect((await Promise.all(forbidden)).map(({ status }) => status)).toEqual(
      forbidden.map(() => 403),
    );
    expect((await server.client().get('/api/devices')).status).toBe(401);
  });

  it('removes a device with its link, and lets the number be added again', async () => {
    const { id } = await calls.addLinked();
    const removal = await administrator.delete(`/api/devices/${id}`);
    expect(await removal.json()).toEqual({ loggedOutOnPhone: true });
    expect(await calls.list()).toEqual([]);
    expect((await administrator.delete(`/api/devices/${id}`)).status).toBe(404);
    const again = await calls.add();
    expect(again).toMatchObject({ status: 'disconnected', phone: '+6281200000001' });
    const trail = await administrator.get(`/api/audit?subject=device&subjectId=${id}`);
    const { items } = (await trail.json()) as { items: { action: string; actor: string }[] };
    expect(items.map(({ action }) => action)).toEqual([
      'device.remove',
      'device.linked',
      'device.simulated-scan',
      'device.link',
      'device.add',
    ]);
  });
});
