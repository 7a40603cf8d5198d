import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestClient } from '../support/test-client.js';
import { refusal } from '../attachment/attachment-calls.js';
import { enrol } from '../support/authenticator.js';
import { Dashboard } from '../embed/dashboard.js';
import { someClientFolder } from '../embed/client-folder.js';
import { TEST_PASSWORD, startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { ROUTES } from './route-table.js';
import type { Belongings } from './route-table.js';
import { openClinic } from './two-clinics.js';

const MINUTE = 60_000;
const LIFETIME = 10 * MINUTE;
const NOBODY = '0197a8b0-0000-7000-8000-00000000000f';
const WANTED: [number, string] = [403, 'AUTH.STEP_UP_REQUIRED'];

/** What is worth more than an open screen: everything else goes on for as long as the login does. */
const WANTS_PROOF: Readonly<Record<string, string | true>> = {
  'DELETE /api/devices/{id}': true,
  'DELETE /api/embedding/hosts/{id}': true,
  'DELETE /api/embedding/hosts/{id}/keys/{kid}': true,
  'DELETE /api/users/{id}/second-factor': true,
  'GET /api/broadcasts/{id}/results.xlsx': 'recipients:numbers',
  'POST /api/auth/second-factor/enrolment': true,
  'POST /api/embedding/hosts': true,
  'POST /api/embedding/hosts/{id}/keys': true,
  'POST /api/subjects/erase': true,
  'POST /api/subjects/export.xlsx': true,
  'POST /api/users': true,
  'POST /api/users/{id}/disable': true,
  'POST /api/users/{id}/enable': true,
  'POST /api/users/{id}/link': true,
  'PUT /api/embedding/hosts/{id}': true,
  'PUT /api/settings': true,
  'PUT /api/users/{id}': true,
};

/** End the login that asks, or never end. */
const LEFT_OUT = ['POST /api/auth/logout', 'DELETE /api/auth/sessions', 'GET /api/live'];

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly 'x-fresh-proof'?: string | true }>>>
  >;
}

describe('a fresh proof', () => {
  const client = someClientFolder();
  let server: TestServer;
  let admin: TestClient;
  let of: Belongings;

  beforeAll(async () => {
    const embed = { isAllowed: true, mayGrantAdministrator: true, firstHost: null };
    server = await startTestServer({ clientDir: client.dir, config: { embed } });
    of = await openClinic(server, await server.login(), 1);
  });

  beforeEach(async () => {
    admin = await server.login();
    await server.clock.advance(LIFETIME);
  });

  afterAll(async () => {
    await server.close();
    client.remove();
  });

  const call = (browser: Pick<TestClient, 'send'>, route: string): Promise<Response> => {
    const [method = '', path = ''] = route.split(' ');
    const { id, query, body } = ROUTES[route] ?? {};
    const address = path
      .replace('{id}', String(id?.(of) ?? NOBODY))
      .replace('{sessionId}', NOBODY)
      .replace('{recipientId}', String(of.recipientId));
    return browser.send(method, address + (query?.(of) ?? ''), {
      body: body?.(of),
      headers: { 'Idempotency-Key': 'another' },
    });
  };
  const prove = (browser: TestClient, password = TEST_PASSWORD, code?: string) =>
    browser.post('/api/auth/step-up', { password, ...(code !== undefined && { code }) });
  const GENTLE = 'POST /api/subjects/erase';

  it('is wanted by these routes, as the description of the API says', () => {
    const file = new URL('../../openapi.json', import.meta.url);
    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Description;
    const marked = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { 'x-fresh-proof': wanted }]) =>
        wanted === undefined ? [] : [[`${method.toUpperCase()} ${path}`, wanted] as const],
      ),
    );
    expect(Object.fromEntries(marked)).toEqual(WANTS_PROOF);
  });

  it('is asked for by these routes and no other, before anything happens', async () => {
    for (const route of Object.keys(ROUTES)) {
      if (LEFT_OUT.includes(route)) continue;
      const answer = await call(admin, route);
      const { code } = answer.ok ? { code: '' } : ((await answer.json()) as { code?: string });
      const asked = code === 'AUTH.STEP_UP_REQUIRED';
      expect({ route, asked }).toEqual({ route, asked: route in WANTS_PROOF });
    }
    expect((await admin.get(`/api/devices/${of.deviceId}`)).status).toBe(200);
  });

  it('holds ten minutes from login, and from each password that is typed again', async () => {
    expect(await refusal(await call(admin, GENTLE))).toEqual(WANTED);
    expect((await prove(admin)).status).toBe(204);
    expect((await call(admin, GENTLE)).status).toBe(400);
    await server.clock.advance(LIFETIME - 1);
    expect((await call(admin, GENTLE)).status).toBe(400);
    await server.clock.advance(1);
    expect(await refusal(await call(admin, GENTLE))).toEqual(WANTED);
    const young = await server.login();
    expect((await call(young, GENTLE)).status).toBe(400);
  });

  it('of one login is not that of another', async () => {
    const operator = await server.login('operator');
    const tab = operator.tab();
    await server.clock.advance(LIFETIME);
    await prove(operator);
    const results = 'GET /api/broadcasts/{id}/results.xlsx';
    expect((await call(tab, results)).status).toBe(200);
    expect(await refusal(await call(admin, results))).toEqual(WANTED);
  });

  it('is wanted for whole numbers, not for masked ones', async () => {
    const viewer = await server.login('viewer');
    await server.clock.advance(LIFETIME);
    expect((await call(viewer, 'GET /api/broadcasts/{id}/results.xlsx')).status).toBe(200);
    // Who may not, is told that, and not asked for a password first.
    expect(await refusal(await call(viewer, GENTLE))).toEqual([403, 'AUTH.FORBIDDEN']);
  });

  it('needs the password, and slows down who guesses at an open screen', async () => {
    for (let tries = 0; tries < 5; tries++) {
      expect(await refusal(await prove(admin, 'wrong password'))).toEqual([
        422,
        'AUTH.WRONG_PASSWORD',
      ]);
    }
    expect((await prove(admin)).status).toBe(429);
    expect(await refusal(await call(admin, GENTLE))).toEqual(WANTED);
    await server.clock.advance(1000);
    expect((await prove(admin)).status).toBe(204);
  });

  it('needs a code as well where the second factor is on, each code once', async () => {
    await prove(admin);
    const phone = await enrol(admin, server.clock);
    await server.clock.advance(LIFETIME);
    const wrong: [number, string] = [422, 'AUTH.WRONG_CODE'];
    expect(await refusal(await prove(admin))).toEqual(wrong);
    const code = phone.code();
    const both = await Promise.all([
      prove(admin, TEST_PASSWORD, code),
      prove(admin, TEST_PASSWORD, code),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await call(admin, GENTLE)).status).toBe(400);
  });

  it('of somebody in a frame is the word of their dashboard', async () => {
    const wish = { roles: ['administrator' as const], issuer: 'proof.example' };
    const dashboard = await Dashboard.addTo(server, wish);
    const now = () => Math.floor(server.clock.now() / 1000);
    const enter = (given: object) => dashboard.enter({ roles: ['administrator'], ...given });
    const erase = (frame: { send: (m: string, p: string, b?: unknown) => Promise<Response> }) =>
      frame.send('POST', '/api/subjects/erase', {});
    const atHost: [number, string] = [403, 'AUTH.STEP_UP_AT_HOST'];

    expect(await refusal(await erase(await enter({ auth_time: undefined })))).toEqual(atHost);
    expect(await refusal(await erase(await enter({ auth_time: now() - 600 })))).toEqual(atHost);
    const frame = await enter({ auth_time: now() - 599 });
    expect((await erase(frame)).status).toBe(400);
    await server.clock.advance(1000);
    expect(await refusal(await erase(frame))).toEqual(atHost);
    // Our own way is closed to frames, whatever password they know.
    expect((await frame.send('POST', '/api/auth/step-up', { password: 'x' })).status).toBe(401);

    const renew = (given: object) =>
      frame.send('POST', '/api/frame/renewal', {
        token: dashboard.token({ roles: ['administrator'], ...given }),
      });
    frame.access = (await (await renew({ auth_time: now() })).json()) as typeof frame.access;
    expect((await erase(frame)).status).toBe(400);
    frame.access = (await (await renew({ auth_time: undefined })).json()) as typeof frame.access;
    expect(await refusal(await erase(frame))).toEqual(atHost);
    await server.clock.advance(4 * MINUTE);
    frame.access = (await (await renew({ auth_time: now() - 600 })).json()) as typeof frame.access;
    expect(await refusal(await erase(frame))).toEqual(atHost);
  });
});
