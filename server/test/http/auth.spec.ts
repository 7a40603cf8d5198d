import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Me } from '#contracts/user.contract.js';
import { TEST_PASSWORD, startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('login', () => {
  let server: TestServer;

  const tryLogin = (username: string, password: string) =>
    server.client().post('/api/auth/login', { username, password });

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(() => server.close());

  it('lets a person in and says who they are and until when', async () => {
    const browser = await server.login('operator');
    const answer = await browser.get('/api/auth/me');
    expect(answer.status).toBe(200);
    const me = (await answer.json()) as Me;
    expect(me).toMatchObject({ username: 'operator1', roles: ['operator'] });
    expect(me.permissions).toContain('broadcasts:send');
    expect(me.permissions).not.toContain('users:manage');
    expect(Date.parse(me.sessionExpiresAt)).toBe(server.clock.now() + 30 * MINUTE);
    expect(me).not.toHaveProperty('passwordHash');
  });

  it('does not care about the case of the name, but about every character of the password', async () => {
    await server.login('operator');
    expect((await tryLogin('OPERATOR1', TEST_PASSWORD)).status).toBe(200);
    expect((await tryLogin('operator1', `${TEST_PASSWORD} `)).status).toBe(401);
    expect((await tryLogin('operator1', TEST_PASSWORD.toUpperCase())).status).toBe(401);
  });

  it('answers an unknown name and a wrong password with the same body', async () => {
    await server.login('operator');
    const bodies = await Promise.all(
      ['operator1', 'nobody'].map(async (name) => {
        const answer = await tryLogin(name, 'something wrong');
        const { requestId, ...body } = (await answer.json()) as Record<string, unknown>;
        expect(requestId).toBeDefined();
        return { status: answer.status, body };
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({ status: 401, body: { code: 'AUTH.WRONG_CREDENTIALS' } });
  });

  it('sets a cookie that scripts and other sites do not get, and never shows the token again', async () => {
    await server.login('operator');
    const answer = await tryLogin('operator1', TEST_PASSWORD);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^prima=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /prima=([\w-]+)/.exec(cookie)?.[1] ?? '';
    expect(await answer.text()).not.toContain(token);
    expect(JSON.stringify(server.log.lines)).not.toContain(token);
  });

  it('ends at logout, for every tab', async () => {
    const browser = await server.login('operator');
    const tab = browser.tab();
    expect((await browser.post('/api/auth/logout')).status).toBe(204);
    const answer = await tab.get('/api/auth/me');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'AUTH.REQUIRED' });
  });

  it('ends after half an hour without a request, and goes on with one', async () => {
    const browser = await server.login('operator');
    await server.clock.advance(29 * MINUTE);
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    await server.clock.advance(29 * MINUTE);
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    await server.clock.advance(30 * MINUTE);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
  });

  it('ends after twelve hours, however busy it was', async () => {
    const browser = await server.login('operator');
    for (let passed = 0; passed < 12 * HOUR - 20 * MINUTE; passed += 20 * MINUTE) {
      expect((await browser.get('/api/auth/me')).status).toBe(200);
      await server.clock.advance(20 * MINUTE);
    }
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    await server.clock.advance(20 * MINUTE);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
  });

  it('slows down who guesses one account, and nobody else', async () => {
    const inside = await server.login('operator');
    await server.login('viewer');
    for (let tries = 0; tries < 5; tries++) {
      expect((await tryLogin('operator1', 'wrong password')).status).toBe(401);
    }
    const refused = await tryLogin('operator1', TEST_PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(await refused.json()).toMatchObject({ params: { seconds: 1 } });
    expect((await tryLogin('viewer2', TEST_PASSWORD)).status).toBe(200);
    expect((await inside.get('/api/auth/me')).status).toBe(200);

    await server.clock.advance(1000);
    expect((await tryLogin('operator1', 'wrong password')).status).toBe(401);
    expect((await tryLogin('operator1', TEST_PASSWORD)).headers.get('Retry-After')).toBe('2');
    await server.clock.advance(2000);
    expect((await tryLogin('operator1', TEST_PASSWORD)).status).toBe(200);
    expect((await tryLogin('operator1', 'wrong password')).status).toBe(401);
  });

  it('slows down names that nobody has just as much', async () => {
    for (let tries = 0; tries < 5; tries++) await tryLogin('nobody', 'wrong password');
    expect((await tryLogin('nobody', 'wrong password')).status).toBe(429);
  });

  it('counts tries that come all at once', async () => {
    await server.login('operator');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => tryLogin('operator1', 'wrong password')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('slows down an address that tries many names', async () => {
    await server.login('operator');
    for (let tries = 0; tries < 20; tries++) await tryLogin(`name${String(tries)}`, 'wrong one');
    expect((await tryLogin('operator1', TEST_PASSWORD)).status).toBe(429);
  });

  it('believes nobody who claims to come from elsewhere', async () => {
    const attempts = Array.from({ length: 21 }, (_, number) =>
      server
        .client()
        .post(
          '/api/auth/login',
          { username: `name${String(number)}`, password: 'wrong one' },
          { 'X-Forwarded-For': `10.0.0.${String(number)}` },
        ),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('writes down who came, who left and what was refused, without the name that was tried', async () => {
    const administrator = await server.login('administrator');
    await tryLogin('secret-typed-here', 'wrong password');
    const operator = await server.login('operator');
    await operator.post('/api/auth/logout');
    const answer = await administrator.get('/api/audit?limit=3');
    const { items } = (await answer.json()) as { items: { action: string; actor: string }[] };
    expect(items.map(({ action, actor }) => [action, actor])).toEqual([
      ['auth.logout', 'Ibu operator 2'],
      ['auth.login', 'Ibu operator 2'],
      ['auth.login-refused', '?'],
    ]);
    expect(JSON.stringify(items)).not.toContain('secret-typed-here');
  });
});

describe('login over https', () => {
  let server: TestServer;

  beforeAll(async () => {
    const admin = { username: 'kepala', password: TEST_PASSWORD };
    const config = { publicUrl: 'https://wa.example.org', secureCookies: true, admin };
    server = await startTestServer({ config });
  });

  afterAll(() => server.close());

  it('binds its cookie to this host', async () => {
    const answer = await server
      .client()
      .post(
        '/api/auth/login',
        { username: 'kepala', password: TEST_PASSWORD },
        { Origin: 'https://wa.example.org' },
      );
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-prima=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });
});
