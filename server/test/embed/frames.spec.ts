import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { EmbedAccess, EmbedSettings } from '#contracts/embed.contract.js';
import type { SettingsView } from '#contracts/settings.contract.js';
import { AuditFilter } from '#contracts/audit.contract.js';
import { ReadAudit } from '../../src/modules/audit/application/read-audit.js';
import { UsedTokens } from '../../src/modules/embed/application/ports/used-tokens.js';
import { UserRepository } from '../../src/modules/users/application/ports/user-repository.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { THREE_PATIENTS } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { someClientFolder } from './client-folder.js';
import { Dashboard, ORIGIN, codeIn } from './dashboard.js';
import type { Frame } from './dashboard.js';

const MINUTE = 60_000;

let serial = 0;

describe('a frame in a dashboard', () => {
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

  const renew = (frame: Frame, given: object = {}) =>
    frame.send('POST', '/api/frame/renewal', { token: dashboard.token({ ...given }) });

  const enter = (code: string) => server.client().post('/api/frame/entry', { code });

  const written = async (action: string): Promise<AuditPage['items'][number][]> => {
    const { items } = await server.app.get(ReadAudit).run(AuditFilter.parse({ limit: 200 }));
    return items
      .filter(({ action: done, subjectId }) => done === action && subjectId === dashboard.host.id)
      .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
  };

  it('is delivered for its host alone, without a cookie, and entered once', async () => {
    const answer = await dashboard.open();
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${ORIGIN};`);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/u);
    expect(answer.headers.get('X-Frame-Options')).toBeNull();
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const code = codeIn(await answer.text());

    const entries = await Promise.all([enter(code), enter(code), enter(code)]);
    expect(entries.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    for (const entry of entries) expect(entry.headers.getSetCookie()).toEqual([]);
  });

  it('has a new nonce each time', async () => {
    const nonce = async () =>
      /nonce-([^']+)/u.exec(
        (await dashboard.open()).headers.get('Content-Security-Policy') ?? '',
      )?.[1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it('is entered within a minute or not at all', async () => {
    const code = codeIn(await (await dashboard.open()).text());
    await server.clock.advance(MINUTE);
    expect((await enter(code)).status).toBe(401);
  });

  it('may be framed by nobody anywhere else', async () => {
    for (const path of ['/', '/login', '/setup', '/wa-broadcast', '/api/health/live']) {
      const { headers } = await server.client().get(path);
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Frame-Options')).toBe('DENY');
    }
  });

  it.each([
    ['no Origin', { Origin: 'null' }, 'EMBED.ORIGIN_UNKNOWN'],
    ['a foreign page', { Origin: 'https://evil.example' }, 'EMBED.ORIGIN_FOREIGN'],
    ['a page of another port', { Origin: `${ORIGIN}:8443` }, 'EMBED.ORIGIN_FOREIGN'],
    ['a page below it', { Origin: 'https://x.prima.rs.example' }, 'EMBED.ORIGIN_FOREIGN'],
    ['a tab of its own', { 'Sec-Fetch-Dest': 'document' }, 'EMBED.NOT_FRAMED'],
  ])('is refused to %s, which does not use the token up', async (_, headers, code) => {
    const token = dashboard.token();
    const refused = await dashboard.open(token, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(code);
    // The page that says so can be read where the host looks.
    expect(refused.headers.get('Content-Security-Policy')).toContain(`frame-ancestors ${ORIGIN}`);
    expect(refused.headers.get('X-Frame-Options')).toBeNull();
    expect((await dashboard.open(token)).status).toBe(200);
  });

  it('names the header that usually hides the origin', async () => {
    const page = await (await dashboard.open(dashboard.token(), { Origin: 'null' })).text();
    expect(page).toContain('Referrer-Policy: no-referrer');
    expect(page).toContain('strict-origin-when-cross-origin');
    expect(page).not.toContain('<script');
  });

  it('shows what was sent as text, never as tags', async () => {
    const roles = ['<img src=x onerror=alert(1)>'];
    const page = await (await dashboard.open(dashboard.token({ roles }))).text();
    expect(page).not.toContain('<img');
    expect(page).toContain('&#60;img');
  });

  it('is somebody of its own, however much the names are alike', async () => {
    const users = server.app.get(UserRepository);
    const count = () => server.app.get(UnitOfWork).run(() => users.count());
    const before = await count();
    const frame = await dashboard.enter({ sub: 'administrator1', name: 'Ibu administrator 1' });
    expect(frame.access.me).toMatchObject({
      displayName: 'Ibu administrator 1',
      roles: ['operator'],
      username: '',
    });
    const again = await dashboard.enter({ sub: 'administrator1', name: 'Nama Baru' });
    expect(again.access.me.id).toBe(frame.access.me.id);
    const other = await dashboard.enter({ sub: 'lain', name: 'Nama Baru' });
    expect(other.access.me.id).not.toBe(frame.access.me.id);
    expect(await count()).toBe(before);
    expect((await written('embed.enter')).map(({ actor }) => actor)).toContain(
      'Ibu administrator 1 (Dashboard Prima)',
    );
  });

  it('may what its role may, and nothing of an account or of the dashboards', async () => {
    const frame = await dashboard.enter({ roles: ['viewer'] });
    expect(await frame.status()).toBe(200);
    expect((await frame.send('POST', '/api/devices', {})).status).toBe(403);
    expect((await frame.send('GET', '/api/embedding')).status).toBe(403);
    expect((await frame.send('GET', '/api/auth/me')).status).toBe(401);
    expect((await frame.send('POST', '/api/auth/logout')).status).toBe(401);
  });

  it('is its own person even where the browser sends the cookie of a login along', async () => {
    const frame = await dashboard.enter({ roles: ['viewer'] });
    const headers = { Authorization: `Bearer ${frame.access.token}` };
    const answer = await dashboard.administrator.get('/api/embedding', headers);
    expect(answer.status).toBe(403);
    const wrong = { Authorization: `Bearer ${'x'.repeat(43)}` };
    expect((await dashboard.administrator.get('/api/embedding', wrong)).status).toBe(401);
  });

  it('lasts five minutes, and longer for as long as its host answers', async () => {
    const frame = await dashboard.enter();
    await server.clock.advance(4 * MINUTE);
    const renewed = await renew(frame);
    expect(renewed.status).toBe(200);
    const old = frame.access.token;
    frame.access = (await renewed.json()) as EmbedAccess;
    expect(frame.access.token).not.toBe(old);
    expect(frame.access.expiresIn).toBe(5 * MINUTE);
    await server.clock.advance(4 * MINUTE);
    expect(await frame.status()).toBe(200);
    await server.clock.advance(MINUTE);
    expect(await frame.status()).toBe(401);
    expect((await renew(frame)).status).toBe(401);
  });

  it('ends after eight hours, or when the session at the host does', async () => {
    const soon = Math.floor(server.clock.now() / 1000) + 120;
    const short = await dashboard.enter({ session_exp: soon });
    const long = await dashboard.enter();
    expect(short.access.expiresIn).toBe(2 * MINUTE);
    await server.clock.advance(2 * MINUTE);
    expect(await short.status()).toBe(401);
    for (let minutes = 2; minutes < 480; minutes += 4) {
      const renewed = await renew(long);
      expect(renewed.status).toBe(200);
      long.access = (await renewed.json()) as EmbedAccess;
      await server.clock.advance(Math.min(4, 480 - minutes) * MINUTE);
    }
    expect(await long.status()).toBe(401);
  });

  it('is renewed for its own person alone, in the roles of the moment, once a token', async () => {
    const frame = await dashboard.enter();
    const foreign = await renew(frame, { sub: 'orang-lain' });
    expect(foreign.status).toBe(403);
    const token = dashboard.token({ roles: ['viewer'] });
    const answers = await Promise.all(
      [1, 2].map(() => frame.send('POST', '/api/frame/renewal', { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await frame.send('POST', '/api/devices', {})).status).toBe(403);
  });

  it('is refused while the database cannot be asked, and the token is not lost', async () => {
    const token = dashboard.token();
    const burn = jest
      .spyOn(server.app.get(UsedTokens), 'burn')
      .mockRejectedValueOnce(new Error('gone'));
    const refused = await dashboard.open(token);
    burn.mockRestore();
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('EMBED.UNAVAILABLE');
    expect((await dashboard.open(token)).status).toBe(200);
  });

  it('shows administrators who is in, and when a key was last used', async () => {
    await dashboard.enter();
    const answer = await dashboard.administrator.get('/api/embedding');
    const settings = (await answer.json()) as EmbedSettings;
    expect(settings).toMatchObject({ isAllowed: true, address: server.url });
    const host = settings.hosts.find(({ id }) => id === dashboard.host.id);
    expect(host).toMatchObject({ openSessions: 1 });
    expect(host?.keys[0]?.lastUsedAt).toBe(new Date(server.clock.now()).toISOString());
    expect(JSON.stringify(settings)).not.toContain(dashboard.secret);
  });

  it('has people of its own: of two from one dashboard one can confirm what the other made', async () => {
    const administrator = await server.login();
    const { version, policies } = (await (
      await administrator.get('/api/settings')
    ).json()) as SettingsView;
    const policy = (mode: 'always' | 'off', at: number) =>
      administrator.put('/api/settings', {
        version: at,
        policies: { ...policies, fourEyes: { mode, above: 50 } },
      });
    expect((await policy('always', version)).status).toBe(200);
    const deviceId = (await new DeviceCalls(server, administrator).addLinked()).id;
    const roles = ['operator'];
    const sari = await dashboard.enter({ sub: 'p-1', name: 'Sari', roles });
    const same = await dashboard.enter({ sub: 'p-1', name: 'Sari', roles });
    const budi = await dashboard.enter({ sub: 'p-2', name: 'Sari', roles });
    const list = await sari.send('POST', '/api/recipient-imports/freetext', {
      text: THREE_PATIENTS,
    });
    const { id: recipientImportId } = (await list.json()) as { id: string };
    const made = await sari.send('POST', '/api/broadcasts', {
      title: 'Kontrol',
      text: 'Yth. {nama}',
      deviceId,
      recipientImportId,
    });
    const { id, revision } = (await made.json()) as BroadcastView;
    const confirm = async (frame: Frame) =>
      (await frame.send('POST', `/api/broadcasts/${id}/confirm`, { revision })).status;
    expect([await confirm(sari), await confirm(same), await confirm(budi)]).toEqual([
      409, 409, 200,
    ]);
    await policy('off', version + 1);
  });
});
