import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveEvent } from '#contracts/live.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { LiveHub } from '../../src/platform/events/live-hub.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import type { TestClient } from '../support/test-client.js';
import { DeviceCalls } from './device-calls.js';

describe('Scan Barcode over HTTP', () => {
  let folder: string;
  let server: TestServer;
  let browser: TestClient;
  let calls: DeviceCalls;

  const start = async (): Promise<void> => {
    const file = join(folder, 'prima.db');
    server = await startTestServer({
      config: { dataDir: folder, database: { kind: 'sqlite', file } },
    });
    browser = await server.login();
    calls = new DeviceCalls(server, browser);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prima-device-'));
    await start();
  });

  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const watch = (...permissions: Permission[]): LiveEvent[] => {
    const seen: LiveEvent[] = [];
    const listener = {
      actor: { id: '', permissions: new Set(permissions), devices: 'all' as const },
      deliver: (e: LiveEvent) => seen.push(e),
    };
    server.app.get(LiveHub).add(listener);
    return seen;
  };
  const scan = (id: string) => browser.post(`/api/devices/${id}/link/simulated-scan`);

  it('walks from disconnected over the code and the scan to authenticated, live', async () => {
    const seen = watch('devices:read', 'devices:manage');
    const { id } = await calls.add();
    const started = await calls.startLinking(id);
    expect(await started.json()).toMatchObject({ device: { state: 'preparing' }, challenge: null });
    const { challenge } = await calls.until(id, (link) => link.challenge !== null);
    expect(challenge).toMatchObject({
      deviceId: id,
      method: 'qr',
      code: expect.stringContaining('latihan'),
    });
    expect(Date.parse(challenge?.expiresAt ?? '')).toBeGreaterThan(server.clock.now());
    expect(await (await scan(id)).json()).toMatchObject({ device: { state: 'linking' } });
    const { device } = await calls.until(id, (link) => link.device.state === 'ready');
    expect(device).toMatchObject({ status: 'authenticated', linkedAt: expect.any(String) });
    const story = seen.map((event) =>
      event.type === 'device-changed' ? event.device.state : event.type,
    );
    expect(story).toEqual([
      'unlinked',
      'preparing',
      'waiting-for-scan',
      'device-challenge',
      'linking',
      'ready',
    ]);
  });

  it('shows codes to those alone who may link devices', async () => {
    const seen = watch('devices:read', 'broadcasts:read', 'users:manage', 'audit:read');
    const { id } = await calls.add();
    await calls.startLinking(id);
    const { challenge } = await calls.until(id, (link) => link.challenge !== null);
    expect(seen.map(({ type }) => type)).not.toContain('device-challenge');
    expect(JSON.stringify(server.log.lines)).not.toContain(challenge?.code);
  });

  it('lets codes expire, refuses to scan then, and shows new ones', async () => {
    const { id } = await calls.add();
    await calls.startLinking(id);
    await calls.until(id, (link) => link.challenge !== null);
    for (let code = 0; code < 6; code++) await passCode();
    await calls.until(id, (link) => link.device.state === 'code-expired');
    const refused = await scan(id);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'DEVICE.NO_CHALLENGE' });
    await calls.startLinking(id);
    await calls.until(id, (link) => link.challenge !== null);
  });

  const passCode = async (): Promise<void> => {
    await server.clock.advance(20_000);
    // Lets the line that has waited show its next code before time goes on.
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('stops when the page is left', async () => {
    const { id } = await calls.add();
    await calls.startLinking(id);
    await calls.until(id, (link) => link.challenge !== null);
    const stopped = await browser.delete(`/api/devices/${id}/link`);
    expect(await stopped.json()).toMatchObject({ device: { state: 'unlinked' }, challenge: null });
    expect((await scan(id)).status).toBe(409);
  });

  it('refuses to link what is linked', async () => {
    const { id } = await calls.addLinked();
    const answer = await calls.startLinking(id);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: 'DEVICE.ALREADY_LINKED',
      params: { name: 'Poli Anak' },
    });
  });

  it('restores linked devices after a restart without a scan, and ends what was half done', async () => {
    const linked = await calls.addLinked();
    const half = await calls.add({
      name: 'Poli Gigi',
      phone: '0812-0000-0002',
      engine: 'practice',
    });
    await calls.startLinking(half.id);
    await server.close();
    await start();
    expect(await calls.list()).toMatchObject([
      { id: linked.id, status: 'connected', state: 'reconnecting', reason: 'server-restarted' },
      { id: half.id, status: 'disconnected', state: 'unlinked' },
    ]);
    const { device } = await calls.until(linked.id, (link) => link.device.state === 'ready');
    expect(device.linkedAt).toBe(linked.linkedAt);
  });
});
