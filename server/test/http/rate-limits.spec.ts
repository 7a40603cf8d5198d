import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '#contracts/problem.contract.js';
import { NO_RATE_LIMITS } from '../../src/platform/config/rate-settings.js';
import type { RateLimitSettings } from '../../src/platform/config/rate-settings.js';
import type { TestClient } from '../support/test-client.js';
import { TEST_PASSWORD, startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

describe('who asks too often', () => {
  let server: TestServer;
  afterEach(async () => {
    jest.restoreAllMocks();
    await server.close();
  });

  const start = async (rules: Partial<RateLimitSettings>): Promise<void> => {
    server = await startTestServer({ config: { rateLimits: { ...NO_RATE_LIMITS, ...rules } } });
  };
  /** Asks so often; which answers came. */
  const ask = async (times: number, call: () => Promise<Response>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let at = 0; at < times; at++) {
      const answer = await call();
      await answer.body?.cancel();
      statuses.push(answer.status);
    }
    return statuses;
  };
  const me = (client: TestClient) => () => client.get('/api/auth/me');

  it('is refused by login, with a sentence and the time to wait; nobody else behind the address is', async () => {
    // The library that counts has a clock of its own.
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    await start({ api: { count: 3, seconds: 20 } });
    const [eager, quiet] = [await server.login('operator'), await server.login('operator')];
    expect(await ask(4, me(eager))).toEqual([200, 200, 200, 429]);
    const refused = await eager.get('/api/auth/me', { 'Accept-Language': 'en' });
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await refused.json()) as Problem).toMatchObject({
      status: 429,
      code: 'REQUEST.TOO_MANY',
      detail: 'Too many requests. Try again in 20 seconds.',
    });
    const said = (await (await me(eager)()).json()) as Problem;
    expect(said.detail).toBe('Terlalu banyak permintaan. Coba lagi dalam 20 detik.');
    expect(await ask(3, me(quiet))).toEqual([200, 200, 200]);
    clock.mockReturnValue(1_020_000);
    expect(await ask(4, me(eager))).toEqual([200, 200, 200, 429]);
  });

  it('is refused by address without a login, which touches nobody who is logged in', async () => {
    await start({ anonymous: { count: 4, seconds: 60 } });
    const clerk = await server.login('operator');
    const stranger = server.client();
    // The login was one of them; what a caller says of itself changes nothing.
    const spoofed = () =>
      stranger.get('/api/auth/status', { 'X-Forwarded-For': String(Math.random()) });
    expect(await ask(3, spoofed)).toEqual([200, 200, 200]);
    expect(await ask(1, spoofed)).toEqual([429]);
    expect(await ask(1, me(stranger))).toEqual([429]);
    expect(await ask(5, me(clerk))).toEqual([200, 200, 200, 200, 200]);
    expect(await ask(5, () => stranger.get('/api/health/live'))).toEqual([200, 200, 200, 200, 200]);
  });

  it('is refused by account at the login, from wherever and whatever the password', async () => {
    await start({ login: { count: 2, seconds: 60 } });
    await server.login('operator');
    const tries = () =>
      server.client().post('/api/auth/login', { username: 'OPERATOR1', password: TEST_PASSWORD });
    expect(await ask(2, tries)).toEqual([200, 429]);
    expect((await server.login('viewer')).url).toBe(server.url);
  });

  it.each([
    ['upload', 'POST', '/api/recipient-imports/freetext'],
    ['upload', 'POST', '/api/attachments'],
    ['export', 'GET', '/api/audit/entries.xlsx'],
    ['export', 'POST', '/api/subjects/export.xlsx'],
    ['invite', 'POST', '/api/users'],
    ['testSend', 'POST', '/api/test-sends'],
  ] as const)('is refused by person: %s at %s %s', async (kind, method, path) => {
    await start({ [kind]: { count: 1, seconds: 60 } });
    const [one, other] = [await server.login(), await server.login()];
    const call = (client: TestClient) => () => client.send(method, path, {});
    expect(await ask(2, call(one))).toEqual([expect.not.stringMatching('429'), 429]);
    expect(await ask(1, call(other))).not.toEqual([429]);
    expect(await ask(2, me(one))).toEqual([200, 200]);
  });

  it('is refused by address at the door for dashboards', async () => {
    await start({ embed: { count: 1, seconds: 60 } });
    const door = () => server.client().send('POST', '/embed/session', {});
    expect((await ask(2, door))[1]).toBe(429);
  });

  it('holds no connection by being slow', async () => {
    await start({});
    server.app.getHttpServer().headersTimeout = 200;
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('GET /api/health/live HTTP/1.1\r\nHost: x\r\n');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const began = Date.now();
    await once(socket, 'close');
    expect(answer).toContain('408 Request Timeout');
    // Node alone would look every 30 seconds.
    expect(Date.now() - began).toBeLessThan(6_000);
  }, 10_000);
});
