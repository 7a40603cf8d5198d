import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import { AuditFilter } from '#contracts/audit.contract.js';
import { ReadAudit } from '../../src/modules/audit/application/read-audit.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { someClientFolder } from './client-folder.js';
import { Dashboard, SOME_HOST } from './dashboard.js';

let serial = 0;

describe('the end of a frame in a dashboard', () => {
  const client = someClientFolder();
  let server: TestServer;
  let dashboard: Dashboard;

  beforeAll(async () => {
    server = await startTestServer({ clientDir: client.dir });
  });

  beforeEach(async () => {
    dashboard = await Dashboard.addTo(server, { issuer: `prima-${String(++serial)}` });
  });

  afterAll(async () => {
    await server.close();
    client.remove();
  });

  const written = async (action: string): Promise<AuditPage['items'][number][]> => {
    const { items } = await server.app.get(ReadAudit).run(AuditFilter.parse({ limit: 200 }));
    return items
      .filter(({ action: done, subjectId }) => done === action && subjectId === dashboard.host.id)
      .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
  };

  it('ends when the person leaves the host: by session, by person, and nobody else', async () => {
    const [one, two, other] = [
      await dashboard.enter({ sid: 'a' }),
      await dashboard.enter({ sid: 'b' }),
      await dashboard.enter({ sub: 'lain', sid: 'c' }),
    ];
    const logOut = (given: object) =>
      dashboard.post('/embed/logout', { logout_token: dashboard.logoutToken({ ...given }) }, {});
    expect((await logOut({ sid: 'a' })).status).toBe(200);
    expect([await one.status(), await two.status()]).toEqual([401, 200]);
    expect((await logOut({ sub: 'pegawai-17' })).status).toBe(200);
    expect([await two.status(), await other.status()]).toEqual([401, 200]);
    expect((await logOut({ sub: 'tidak-ada', sid: 'c' })).status).toBe(200);
    expect(await other.status()).toBe(200);
    expect((await written('embed.logout')).map(({ details }) => details.ended)).toEqual([1, 1]);
  });

  it.each([
    ['neither person nor session', {}],
    ['a nonce', { sid: 'a', nonce: 'x' }],
    ['no event', { sid: 'a', events: {} }],
  ])('is not ended by a token with %s', async (_, given) => {
    const frame = await dashboard.enter({ sid: 'a' });
    const token = dashboard.logoutToken(given);
    expect((await dashboard.post('/embed/logout', { logout_token: token })).status).toBe(400);
    expect(await frame.status()).toBe(200);
  });

  it('is not ended by a token that lets in, nor twice by one that ends', async () => {
    const first = await dashboard.enter({ sid: 'a' });
    const wrong = await dashboard.post('/embed/logout', { logout_token: dashboard.token() });
    expect(wrong.status).toBe(400);
    const token = dashboard.logoutToken({ sid: 'a' });
    expect((await dashboard.post('/embed/logout', { logout_token: token })).status).toBe(200);
    expect(await first.status()).toBe(401);
    const second = await dashboard.enter({ sid: 'a' });
    expect((await dashboard.post('/embed/logout', { logout_token: token })).status).toBe(400);
    expect(await second.status()).toBe(200);
  });

  it('hears at once that it is over, on its open stream', async () => {
    const frame = await dashboard.enter({ sid: 'a' });
    const stream = await frame.send('GET', '/api/live');
    const body: ReadableStream<Uint8Array> | null = stream.body;
    const reader = body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toContain('hello');
    await dashboard.post('/embed/logout', {
      logout_token: dashboard.logoutToken({ sid: 'a' }),
    });
    expect(await next()).toContain('session-ended');
    await reader?.cancel();
  });

  it('ends when the person leaves by its own door', async () => {
    const frame = await dashboard.enter();
    expect((await frame.send('DELETE', '/api/frame')).status).toBe(204);
    expect(await frame.status()).toBe(401);
    expect((await dashboard.administrator.delete('/api/frame')).status).toBe(404);
  });

  it('feels at its next request what its host may not give any more', async () => {
    const put = (wish: object) =>
      dashboard.administrator.put(`/api/embedding/hosts/${dashboard.host.id}`, {
        ...SOME_HOST,
        issuer: dashboard.host.issuer,
        ...wish,
      });
    for (const wish of [
      { roles: ['viewer'] },
      { isOpen: false },
      { origins: ['https://lain.example'] },
      { deviceIds: [dashboard.host.id] },
    ]) {
      const frame = await dashboard.enter();
      expect(await frame.status()).toBe(200);
      expect((await put(wish)).status).toBe(200);
      expect({ wish, status: await frame.status() }).toEqual({ wish, status: 401 });
      await put({});
    }
  });

  it('ends with all others of its host, whose earlier tokens count no more', async () => {
    const frame = await dashboard.enter();
    const early = dashboard.token();
    await server.clock.advance(1_000);
    const path = `/api/embedding/hosts/${dashboard.host.id}/sessions`;
    const ended = await dashboard.administrator.delete(path);
    expect(await ended.json()).toEqual({ ended: 1 });
    expect(await frame.status()).toBe(401);
    expect((await dashboard.open(early)).status).toBe(403);
    expect((await dashboard.open()).status).toBe(200);
  });
});
