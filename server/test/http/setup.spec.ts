import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const SOMEBODY = {
  displayName: 'Ibu Sari',
  username: 'Sari',
  password: 'gajah ungu makan pepaya',
};

describe('setup', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(() => server.close());

  const setUp = (token: string | null, given: Partial<typeof SOMEBODY> = {}) =>
    server.client().post('/api/auth/setup', { ...SOMEBODY, ...given, token });

  it('makes the holder of the link the first administrator, and logs them in', async () => {
    const browser = server.client();
    expect(await (await browser.get('/api/auth/status')).json()).toEqual({ setupNeeded: true });
    const answer = await browser.post('/api/auth/setup', { ...SOMEBODY, token: server.setupToken });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ username: 'sari', roles: ['administrator'] });
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    expect(await (await browser.get('/api/auth/status')).json()).toMatchObject({
      setupNeeded: false,
    });
  });

  it('makes one of two at the same moment', async () => {
    const answers = await Promise.all([
      setUp(server.setupToken, { username: 'sari' }),
      setUp(server.setupToken, { username: 'budi' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = await setUp(server.setupToken, { username: 'tini' });
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'AUTH.SETUP_DONE' }]);
  });

  it('refuses a link that was never given out', async () => {
    const answer = await setUp('x'.repeat(43));
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { code: 'AUTH.SETUP_LINK_INVALID' },
    ]);
  });

  it('refuses a link after an hour', async () => {
    await server.clock.advance(60 * 60_000 - 1);
    expect((await setUp(server.setupToken, { password: 'prima whatsapp' })).status).toBe(422);
    await server.clock.advance(1);
    expect((await setUp(server.setupToken)).status).toBe(403);
  });

  it('refuses a password that is easy to guess, on its field, and the link stays good', async () => {
    const answer = await setUp(server.setupToken, { password: 'RSUP-persahabatan-2026' });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'USER.PASSWORD_TOO_COMMON', errors: [{ pointer: '/password' }] },
    ]);
    expect((await setUp(server.setupToken)).status).toBe(201);
  });
});

describe('setup by settings', () => {
  const admin = { username: 'kepala', password: SOMEBODY.password };
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ config: { admin } });
  });

  afterAll(() => server.close());

  it('makes the administrator that they name, and gives out no link', async () => {
    expect(server.setupToken).toBeNull();
    expect((await server.client().post('/api/auth/login', admin)).status).toBe(200);
  });
});
