import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LinkReading, SessionList } from '#contracts/auth.contract.js';
import type { Me, UserLink, UserList, UserView } from '#contracts/user.contract.js';
import { refusal } from '../attachment/attachment-calls.js';
import { nextEvents } from '../support/live-reader.js';
import type { TestClient } from '../support/test-client.js';
import { TEST_PASSWORD, startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const HOUR = 60 * 60_000;
const PASSWORD = 'kuda hijau minum teh manis';

describe('people', () => {
  let server: TestServer;
  let sari: TestClient;

  beforeEach(async () => {
    server = await startTestServer();
    sari = await server.login();
  });

  afterEach(() => server.close());

  const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  const list = async () => (await json<UserList>(await sari.get('/api/users'))).items;
  const meOf = async (client: TestClient) => json<Me>(await client.get('/api/auth/me'));
  const invite = async (username = 'budi', over: object = {}) => {
    const wish = { username, roles: ['operator'], devices: [], ...over };
    return json<UserLink>(await sari.post('/api/users', wish));
  };
  const accept = (client: TestClient, token: string, password = PASSWORD) =>
    client.post('/api/auth/link-acceptance', { token, displayName: 'Pak Budi', password });
  const change = (id: string, roles: string[], devices: unknown = []) =>
    sari.put(`/api/users/${id}`, { roles, devices });

  it('come in by a link that works once', async () => {
    const { token, user, kind, expiresAt } = await invite();
    expect(kind).toBe('invitation');
    expect(user).toMatchObject({ username: 'budi', status: 'invited', linkExpiresAt: expiresAt });
    expect(Date.parse(expiresAt)).toBe(server.clock.now() + 72 * HOUR);
    const reading = await sari.post('/api/auth/link-reading', { token });
    expect(await json<LinkReading>(reading)).toEqual({
      kind: 'invitation',
      username: 'budi',
      displayName: '',
    });
    const budi = server.client();
    expect(await json<Me>(await accept(budi, token))).toMatchObject({
      displayName: 'Pak Budi',
      roles: ['operator'],
    });
    expect((await meOf(budi)).username).toBe('budi');
    expect(await refusal(await accept(server.client(), token))).toEqual([409, 'AUTH.LINK_INVALID']);
    expect(await list()).toContainEqual(
      expect.objectContaining({ username: 'budi', status: 'active', linkExpiresAt: null }),
    );
  });

  it('of many who use one link at once, one comes in', async () => {
    const { token } = await invite();
    const tries = await Promise.all([1, 2, 3, 4].map(() => accept(server.client(), token)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('cannot come in before they used the link, and not after it is over', async () => {
    const { token, user } = await invite();
    await server.clock.advance(72 * HOUR);
    expect(await refusal(await accept(server.client(), token))).toEqual([409, 'AUTH.LINK_INVALID']);
    sari = await server.login();
    const again = await json<UserLink>(await sari.post(`/api/users/${user.id}/link`));
    expect(again.kind).toBe('invitation');
    expect((await accept(server.client(), again.token)).status).toBe(200);
  });

  it('choose a password that is not easily guessed', async () => {
    const { token } = await invite();
    const weak = await accept(server.client(), token, 'budi123456789');
    expect(await refusal(weak)).toEqual([422, 'USER.PASSWORD_TOO_COMMON']);
    expect((await accept(server.client(), token)).status).toBe(200);
  });

  it('have names of their own', async () => {
    await invite();
    const twice = await sari.post('/api/users', {
      username: 'BUDI',
      roles: ['viewer'],
      devices: [],
    });
    expect(await refusal(twice)).toEqual([409, 'USER.USERNAME_TAKEN']);
  });

  it('get another password by a link, which ends their logins', async () => {
    const operator = await server.login('operator');
    const { id } = await meOf(operator);
    const link = await json<UserLink>(await sari.post(`/api/users/${id}/link`));
    expect(link.kind).toBe('password-reset');
    expect(Date.parse(link.expiresAt)).toBe(server.clock.now() + HOUR);
    expect((await accept(server.client(), link.token)).status).toBe(200);
    expect((await operator.get('/api/auth/me')).status).toBe(401);
    const former = { username: 'operator2', password: TEST_PASSWORD };
    expect((await server.client().post('/api/auth/login', former)).status).toBe(401);
  });

  it('hear at once, on open streams too, that they may do more or less', async () => {
    const viewer = await server.login('viewer', []);
    const { id } = await meOf(viewer);
    const stream = await nextEvents(viewer);
    await change(id, ['viewer', 'operator'], 'all');
    expect(await stream.next('access-changed')).toEqual({ type: 'access-changed' });
    expect((await meOf(viewer)).permissions).toContain('broadcasts:edit');
    await change(id, ['viewer']);
    expect((await viewer.post('/api/broadcasts', {})).status).toBe(403);
    await stream.close();
  });

  it('are shut out at once, on open streams too, and let in again', async () => {
    const operator = await server.login('operator');
    const { id } = await meOf(operator);
    const stream = await nextEvents(operator);
    const disabled = await json<UserView>(await sari.post(`/api/users/${id}/disable`));
    expect(disabled.status).toBe('disabled');
    expect(await stream.next('session-ended')).toEqual({ type: 'session-ended' });
    expect((await operator.get('/api/auth/me')).status).toBe(401);
    const login = { username: 'operator2', password: TEST_PASSWORD };
    expect((await server.client().post('/api/auth/login', login)).status).toBe(401);
    expect(await refusal(await sari.post(`/api/users/${id}/link`))).toEqual([409, 'USER.DISABLED']);
    await sari.post(`/api/users/${id}/enable`);
    expect((await server.client().post('/api/auth/login', login)).status).toBe(200);
  });

  it('a link is void once its person is shut out', async () => {
    const { token, user } = await invite();
    await sari.post(`/api/users/${user.id}/disable`);
    await sari.post(`/api/users/${user.id}/enable`);
    expect(await refusal(await accept(server.client(), token))).toEqual([409, 'AUTH.LINK_INVALID']);
  });

  it('always have an administrator, also when two take the other’s role at once', async () => {
    const other = await server.login();
    const [mine, theirs] = [await meOf(sari), await meOf(other)];
    const body = { roles: ['viewer'], devices: [] };
    const [one, two] = await Promise.all([
      sari.put(`/api/users/${theirs.id}`, body),
      other.put(`/api/users/${mine.id}`, body),
    ]);
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1);
    const left = (await Promise.all([meOf(sari), meOf(other)])).flatMap(({ roles }) => roles);
    expect(left.filter((role) => role === 'administrator')).toHaveLength(1);
  });

  it('keep the last administrator from leaving', async () => {
    const { id } = await meOf(sari);
    expect(await refusal(await change(id, ['operator']))).toEqual([409, 'USER.LAST_ADMINISTRATOR']);
    const shut = await sari.post(`/api/users/${id}/disable`);
    expect(await refusal(shut)).toEqual([409, 'USER.LAST_ADMINISTRATOR']);
    expect((await meOf(sari)).roles).toEqual(['administrator']);
  });

  it('see where somebody is logged in, and end it', async () => {
    const operator = await server.login('operator');
    const { id } = await meOf(operator);
    const path = `/api/users/${id}/sessions`;
    const { items } = await json<SessionList>(await sari.get(path));
    expect(items).toMatchObject([{ current: false }]);
    expect((await sari.delete(`${path}/${items[0]?.id ?? ''}`)).status).toBe(204);
    expect((await operator.get('/api/auth/me')).status).toBe(401);
    const again = await sari.delete(`${path}/${items[0]?.id ?? ''}`);
    expect(await refusal(again)).toEqual([404, 'AUTH.SESSION_NOT_FOUND']);
  });
});

describe('one’s own account', () => {
  let server: TestServer;
  let operator: TestClient;

  beforeEach(async () => {
    server = await startTestServer();
    operator = await server.login('operator');
  });

  afterEach(() => server.close());

  const login = async (password: string): Promise<TestClient | null> => {
    const client = server.client();
    const answer = await client.post('/api/auth/login', { username: 'operator1', password });
    return answer.status === 200 ? client : null;
  };
  const change = (current: string, password = PASSWORD) =>
    operator.post('/api/auth/password', { current, password });

  it('gets another password, and every other login ends', async () => {
    const elsewhere = await login(TEST_PASSWORD);
    expect((await change(TEST_PASSWORD)).status).toBe(204);
    expect((await elsewhere?.get('/api/auth/me'))?.status).toBe(401);
    expect((await operator.get('/api/auth/me')).status).toBe(200);
    expect(await login(TEST_PASSWORD)).toBeNull();
    expect(await login(PASSWORD)).not.toBeNull();
  });

  it('does not let somebody at an open screen guess the password', async () => {
    for (let tries = 0; tries < 5; tries++) {
      expect(await refusal(await change('guess'))).toEqual([422, 'AUTH.WRONG_PASSWORD']);
    }
    expect(await refusal(await change(TEST_PASSWORD))).toEqual([429, 'AUTH.TOO_MANY_TRIES']);
  });

  it('lists its logins, and ends one or all the others', async () => {
    const [other, third] = [await login(TEST_PASSWORD), await login(TEST_PASSWORD)];
    const read = async () =>
      ((await (await operator.get('/api/auth/sessions')).json()) as SessionList).items;
    const before = await read();
    expect(before.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
    expect(before).toHaveLength(3);
    const mine = before.find(({ current }) => !current)?.id ?? '';
    expect((await operator.delete(`/api/auth/sessions/${mine}`)).status).toBe(204);
    expect(await read()).toHaveLength(2);
    expect((await operator.delete('/api/auth/sessions')).status).toBe(204);
    expect(await read()).toMatchObject([{ current: true }]);
    for (const client of [other, third]) {
      expect((await client?.get('/api/auth/me'))?.status).toBe(401);
    }
  });

  it('does not end somebody else’s login', async () => {
    const administrator = await server.login();
    const theirs = (await (await administrator.get('/api/auth/sessions')).json()) as SessionList;
    const answer = await operator.delete(`/api/auth/sessions/${theirs.items[0]?.id ?? ''}`);
    expect(answer.status).toBe(404);
    expect((await administrator.get('/api/auth/me')).status).toBe(200);
  });
});
