import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FRESH_POLICIES } from '#contracts/settings.contract.js';
import type { SecondFactorPolicy, SettingsView } from '#contracts/settings.contract.js';
import type { SecondFactorView } from '#contracts/second-factor.contract.js';
import type { Me, Role } from '#contracts/user.contract.js';
import { refusal } from '../attachment/attachment-calls.js';
import { someClientFolder } from '../embed/client-folder.js';
import { Dashboard } from '../embed/dashboard.js';
import { enrol } from '../support/authenticator.js';
import { nextEvents } from '../support/live-reader.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const NEEDED: [number, string] = [403, 'AUTH.SECOND_FACTOR_NEEDED'];

describe('the policy of second factors', () => {
  const client = someClientFolder();
  let server: TestServer;
  let admin: TestClient;

  const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  const meOf = async (browser: TestClient) => json<Me>(await browser.get('/api/auth/me'));
  const set = async (mode: SecondFactorPolicy['mode']) => {
    const { version } = await json<SettingsView>(await admin.get('/api/settings'));
    const policies = { ...FRESH_POLICIES, secondFactor: { mode } };
    expect((await admin.put('/api/settings', { version, policies })).status).toBe(200);
  };

  beforeEach(async () => {
    server = await startTestServer({ clientDir: client.dir });
    admin = await server.login();
  });

  afterEach(() => server.close());
  afterAll(() => {
    client.remove();
  });

  it('offers it to everybody from the start, and asks nobody', async () => {
    const view = await json<SecondFactorView>(await admin.get('/api/auth/second-factor'));
    expect(view).toEqual({ since: null, recoveryCodesLeft: 0, isOffered: true });
    expect((await meOf(admin)).secondFactor).toBe('off');
  });

  it('required: lets who administers or confirms do nothing else until it is on', async () => {
    const people = new Map<Role, TestClient>();
    for (const role of ['viewer', 'operator', 'confirmer'] as const) {
      people.set(role, await server.login(role));
    }
    await set('required');
    for (const role of ['viewer', 'operator'] as const) {
      const browser = people.get(role) ?? admin;
      expect((await meOf(browser)).secondFactor).toBe('off');
      expect((await browser.get('/api/broadcasts')).status).toBe(200);
    }
    for (const browser of [admin, people.get('confirmer') ?? admin]) {
      expect((await meOf(browser)).secondFactor).toBe('needed');
      for (const path of ['/api/broadcasts', '/api/devices', '/api/auth/sessions', '/api/live']) {
        expect({ path, refused: await refusal(await browser.get(path)) }).toEqual({
          path,
          refused: NEEDED,
        });
      }
      await enrol(browser, server.clock);
      expect((await meOf(browser)).secondFactor).toBe('on');
      expect((await browser.get('/api/broadcasts')).status).toBe(200);
    }
    const late = await server.login('confirmer');
    expect((await meOf(late)).secondFactor).toBe('needed');
    expect((await late.post('/api/auth/logout')).status).toBe(204);
  });

  it('required: reaches open live streams, and who switches theirs off again', async () => {
    const confirmer = await server.login('confirmer');
    const stream = await nextEvents(confirmer);
    await set('required');
    await server.clock.advance(15_000);
    expect(await stream.next('session-ended')).toEqual({ type: 'session-ended' });
    await stream.close();

    const phone = await enrol(confirmer, server.clock);
    await server.clock.advance(30_000);
    await confirmer.post('/api/auth/second-factor/removal', { code: phone.code() });
    expect(await refusal(await confirmer.get('/api/broadcasts'))).toEqual(NEEDED);
  });

  it('required: is the dashboard’s affair in a frame', async () => {
    const dashboard = await Dashboard.addTo(server);
    await set('required');
    const frame = await dashboard.enter({ roles: ['confirmer'] });
    expect(await frame.status()).toBe(200);
  });

  it('off: offers it to nobody, and who has it keeps it', async () => {
    const operator = await server.login('operator');
    await enrol(admin, server.clock);
    await set('off');
    expect(await refusal(await operator.post('/api/auth/second-factor/enrolment'))).toEqual([
      409,
      'AUTH.SECOND_FACTOR_NOT_OFFERED',
    ]);
    const view = await json<SecondFactorView>(await operator.get('/api/auth/second-factor'));
    expect(view.isOffered).toBe(false);
    expect((await meOf(admin)).secondFactor).toBe('on');
  });
});
