import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CodeNeeded } from '#contracts/auth.contract.js';
import type { SecondFactorEnrolment, SecondFactorView } from '#contracts/second-factor.contract.js';
import type { Me, UserLink, UserList } from '#contracts/user.contract.js';
import { Database } from '../../src/platform/database/database.js';
import { refusal } from '../attachment/attachment-calls.js';
import { codeAt, enrol } from '../support/authenticator.js';
import type { Authenticator } from '../support/authenticator.js';
import type { TestClient } from '../support/test-client.js';
import { TEST_PASSWORD, startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const MINUTE = 60_000;
const STEP = 30_000;
const WRONG: [number, string] = [422, 'AUTH.WRONG_CODE'];
const OVER: [number, string] = [401, 'AUTH.LOGIN_OVER'];

describe('the second factor', () => {
  let server: TestServer;
  let admin: TestClient;
  let sari: TestClient;
  let phone: Authenticator;
  let id: string;

  const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  const meOf = async (client: TestClient) => json<Me>(await client.get('/api/auth/me'));
  const password = (client: TestClient, word = TEST_PASSWORD) =>
    client.post('/api/auth/login', { username: 'operator2', password: word });
  const pendingOf = async () => (await json<CodeNeeded>(await password(server.client()))).pending;
  const show = (pending: string, code: string, client = server.client()) =>
    client.post('/api/auth/login/code', { pending, code });
  /** The time of the next code: the present one was used. */
  const nextStep = () => server.clock.advance(STEP);

  beforeEach(async () => {
    server = await startTestServer();
    admin = await server.login();
    sari = await server.login('operator');
    ({ id } = await meOf(sari));
    phone = await enrol(sari, server.clock);
  });

  afterEach(() => server.close());

  it('is asked for after the password, which alone opens and tells nothing', async () => {
    await nextStep();
    const browser = server.client();
    const answer = await password(browser);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    const needed = await json<CodeNeeded>(answer);
    expect(Object.keys(needed).sort()).toEqual(['pending', 'pendingUntil']);
    expect(Date.parse(needed.pendingUntil)).toBe(server.clock.now() + 5 * MINUTE);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    const cookie = { Cookie: `prima=${needed.pending}` };
    expect((await server.client().get('/api/auth/me', cookie)).status).toBe(401);

    expect(await json<Me>(await show(needed.pending, phone.code(), browser))).toMatchObject({
      username: 'operator2',
      secondFactor: 'on',
    });
    expect((await meOf(browser)).id).toBe(id);
    const stored = await server.app
      .get(Database)
      .run(() => server.app.get(Database).manager.query<object[]>('SELECT * FROM pending_logins'));
    expect(stored).toEqual([]);
  });

  it('takes a code once: not again, not an earlier one, and of many at once one', async () => {
    expect(await refusal(await show(await pendingOf(), phone.code()))).toEqual(WRONG);
    await nextStep();
    const pending = await Promise.all(Array.from({ length: 4 }, pendingOf));
    const code = phone.code();
    const tries = await Promise.all(pending.map((one) => show(one, code)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(await refusal(await show(await pendingOf(), phone.code(-1)))).toEqual(WRONG);
  });

  it('bears a clock that is half a minute off, and no more', async () => {
    await server.clock.advance(4 * STEP);
    for (const steps of [-2, 2]) {
      expect(await refusal(await show(await pendingOf(), phone.code(steps)))).toEqual(WRONG);
    }
    expect((await show(await pendingOf(), phone.code(-1))).status).toBe(200);
    expect((await show(await pendingOf(), phone.code(1))).status).toBe(200);
  });

  it('waits five minutes, and for the browser that knew the password', async () => {
    const pending = await pendingOf();
    await server.clock.advance(5 * MINUTE);
    expect(await refusal(await show(pending, phone.code()))).toEqual(OVER);
    expect(await refusal(await show('made-up', phone.code()))).toEqual(OVER);
    const used = await pendingOf();
    expect((await show(used, phone.code())).status).toBe(200);
    await nextStep();
    expect(await refusal(await show(used, phone.code()))).toEqual(OVER);
  });

  it('waits no more after another password, or for who was shut out', async () => {
    await nextStep();
    const before = await pendingOf();
    const change = { current: TEST_PASSWORD, password: 'kuda hijau minum teh manis' };
    expect((await sari.post('/api/auth/password', change)).status).toBe(204);
    expect(await refusal(await show(before, phone.code()))).toEqual(OVER);
    const answer = await password(server.client(), change.password);
    const { pending } = await json<CodeNeeded>(answer);
    await admin.post(`/api/users/${id}/disable`);
    expect(await refusal(await show(pending, phone.code()))).toEqual(OVER);
  });

  it('slows down who guesses codes, also with the right password in between', async () => {
    await nextStep();
    for (let tries = 0; tries < 5; tries++) {
      expect(await refusal(await show(await pendingOf(), '000000'))).toEqual(WRONG);
    }
    const pending = await pendingOf();
    const refused = await show(pending, phone.code());
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
    await server.clock.advance(1000);
    expect(await refusal(await show(pending, 'ABCD-ABCD-ABCD-ABCD'))).toEqual(WRONG);
    expect((await show(pending, phone.code())).headers.get('Retry-After')).toBe('2');
    await server.clock.advance(2000);
    expect((await show(pending, phone.code())).status).toBe(200);
  });

  it('counts guesses that come all at once', async () => {
    const pending = await pendingOf();
    const tries = await Promise.all(Array.from({ length: 12 }, () => show(pending, '000000')));
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('has ten recovery codes, each good once, of which only hashes are kept', async () => {
    const { recoveryCodes } = phone;
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const pending = await Promise.all([pendingOf(), pendingOf(), pendingOf()]);
    const tries = await Promise.all(pending.map((one) => show(one, first)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    const typed = second.replaceAll('-', ' ').toLowerCase();
    expect((await show(await pendingOf(), typed)).status).toBe(200);
    const view = await json<SecondFactorView>(await sari.get('/api/auth/second-factor'));
    expect(view.recoveryCodesLeft).toBe(8);
    const database = server.app.get(Database);
    const rows = await database.run(() =>
      database.manager.query<object[]>('SELECT * FROM recovery_codes'),
    );
    const kept = JSON.stringify(rows).toUpperCase();
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''));
  });

  it('gives new recovery codes for a code of now alone, and the old ones are void', async () => {
    const ask = (code: string) => sari.post('/api/auth/second-factor/recovery-codes', { code });
    expect(await refusal(await ask(phone.code()))).toEqual(WRONG);
    await nextStep();
    const { codes } = await json<{ codes: string[] }>(await ask(phone.code()));
    expect(codes).toHaveLength(10);
    const [old = ''] = phone.recoveryCodes;
    expect(await refusal(await show(await pendingOf(), old))).toEqual(WRONG);
    expect((await show(await pendingOf(), codes[0] ?? '')).status).toBe(200);
  });

  it('is switched off with a code of now alone, which ends other logins', async () => {
    const stop = (code: string) => sari.post('/api/auth/second-factor/removal', { code });
    await nextStep();
    const other = server.client();
    await show(await pendingOf(), phone.code(), other);
    expect(await refusal(await stop(phone.code()))).toEqual(WRONG);
    await nextStep();
    expect((await stop(phone.code())).status).toBe(204);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect((await meOf(sari)).secondFactor).toBe('off');
    expect(await json<Me>(await password(other))).toMatchObject({ id });
    const [recovery = ''] = phone.recoveryCodes;
    expect(await refusal(await stop(recovery))).toEqual(WRONG);
  });

  it('is switched on by a code of the shown secret, for the person it was shown to', async () => {
    const budi = await server.login('viewer');
    const other = budi.tab();
    await json(
      await budi.post('/api/auth/login', { username: 'viewer3', password: TEST_PASSWORD }),
    );
    const begin = async (client: TestClient) =>
      json<SecondFactorEnrolment>(await client.post('/api/auth/second-factor/enrolment'));
    const finish = (client: TestClient, enrolment: string, code: string) =>
      client.post('/api/auth/second-factor', { enrolment, code });
    const { secret, enrolment, address } = await begin(budi);
    expect(address).toContain(secret);
    const code = () => codeAt(secret, server.clock.now());
    expect(await refusal(await finish(admin, enrolment, code()))).toEqual([
      409,
      'AUTH.ENROLMENT_OVER',
    ]);
    expect(await refusal(await finish(budi, enrolment, '000000'))).toEqual(WRONG);
    await server.clock.advance(15 * MINUTE);
    expect(await refusal(await finish(budi, enrolment, code()))).toEqual([
      409,
      'AUTH.ENROLMENT_OVER',
    ]);
    await budi.post('/api/auth/step-up', { password: TEST_PASSWORD });
    const again = await begin(budi);
    const right = codeAt(again.secret, server.clock.now());
    const both = await Promise.all([
      finish(budi, again.enrolment, right),
      finish(budi, again.enrolment, right),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect(await refusal(await budi.post('/api/auth/second-factor/enrolment'))).toEqual([
      409,
      'AUTH.SECOND_FACTOR_ON',
    ]);
  });

  it('is taken away by an administrator, which ends the logins and is written down', async () => {
    const people = async () => (await json<UserList>(await admin.get('/api/users'))).items;
    const has = async () => (await people()).find((one) => one.id === id)?.hasSecondFactor;
    expect(await has()).toBe(true);
    const remove = (who: string) => admin.delete(`/api/users/${who}/second-factor`);
    expect((await remove(id)).status).toBe(204);
    expect(await has()).toBe(false);
    expect((await sari.get('/api/auth/me')).status).toBe(401);
    expect((await password(sari)).headers.getSetCookie()).toHaveLength(1);
    expect(await refusal(await remove(id))).toEqual([409, 'AUTH.SECOND_FACTOR_OFF']);
    const own = (await meOf(admin)).id;
    expect(await refusal(await remove(own))).toEqual([409, 'USER.OWN_SECOND_FACTOR']);
    const book = await json<{ items: { action: string; actor: string; subjectId: string }[] }>(
      await admin.get('/api/audit?limit=20'),
    );
    expect(book.items).toContainEqual(
      expect.objectContaining({
        action: 'user.second-factor-off',
        actor: 'Ibu administrator 1',
        subjectId: id,
      }),
    );
  });

  it('is asked for after a link for another password too', async () => {
    const { token } = await json<UserLink>(await admin.post(`/api/users/${id}/link`));
    const acceptance = { token, displayName: 'Sari', password: 'kuda hijau minum teh manis' };
    const browser = server.client();
    const answer = await browser.post('/api/auth/link-acceptance', acceptance);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const { pending } = await json<CodeNeeded>(answer);
    await nextStep();
    expect((await show(pending, phone.code(), browser)).status).toBe(200);
    expect((await meOf(browser)).displayName).toBe('Sari');
  });

  it('that cannot be opened any more leaves the recovery codes as the way in', async () => {
    const database = server.app.get(Database);
    await database.run(() =>
      database.affectedBy('UPDATE second_factors SET sealed_secret = ?', ['bm9uc2Vuc2U=']),
    );
    await nextStep();
    expect(await refusal(await show(await pendingOf(), phone.code()))).toEqual(WRONG);
    expect((await show(await pendingOf(), phone.recoveryCodes[3] ?? '')).status).toBe(200);
    expect(JSON.stringify(server.log.lines)).toContain('A second factor cannot be opened');
  });

  it('stands in no log: no code, no secret, no recovery code', async () => {
    await nextStep();
    const begun = await json<SecondFactorEnrolment>(
      await admin.post('/api/auth/second-factor/enrolment'),
    );
    const pending = await pendingOf();
    await show(pending, '135790');
    await show(pending, phone.code());
    const log = JSON.stringify(server.log.lines);
    expect(log).toContain('AUTH.WRONG_CODE');
    const secrets = [pending, '135790', phone.code(), begun.secret, begun.enrolment];
    for (const secret of [...secrets, ...phone.recoveryCodes]) expect(log).not.toContain(secret);
  });
});
