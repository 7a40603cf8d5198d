import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import { FRESH_POLICIES } from '#contracts/settings.contract.js';
import type { InstallationPolicies, SettingsView } from '#contracts/settings.contract.js';
import { refusal } from '../attachment/attachment-calls.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const PATH = '/api/settings';
const ALWAYS: InstallationPolicies = { ...FRESH_POLICIES, fourEyes: { mode: 'always', above: 50 } };

describe('Pengaturan', () => {
  let server: TestServer;
  let sari: TestClient;

  beforeEach(async () => {
    server = await startTestServer();
    sari = await server.login();
  });
  afterEach(() => server.close());

  const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  const read = async () => json<SettingsView>(await sari.get(PATH));
  const change = (version: number, policies: unknown = ALWAYS, by = sari) =>
    by.put(PATH, { version, policies });

  it('has everything switched off on a fresh installation', async () => {
    expect(await read()).toEqual({
      version: 0,
      policies: { fourEyes: { mode: 'off', above: 50 }, secondFactor: { mode: 'optional' } },
      changedAt: null,
      changedBy: null,
    });
  });

  it('keeps a change, says who made it, and writes it into the book once', async () => {
    const changed = await json<SettingsView>(await change(0));
    expect(changed).toEqual({
      version: 1,
      policies: ALWAYS,
      changedAt: new Date(server.clock.now()).toISOString(),
      changedBy: 'Ibu administrator 1',
    });
    expect(await read()).toEqual(changed);
    expect(await json<SettingsView>(await change(1))).toEqual(changed);
    const { items } = await json<AuditPage>(await sari.get('/api/audit?subject=settings'));
    expect(items.map(({ actor, action, details }) => [actor, action, details])).toEqual([
      ['Ibu administrator 1', 'settings.change', { 'fourEyes.mode': 'off → always' }],
    ]);
  });

  it('lets nobody overwrite what another administrator has just changed', async () => {
    const budi = await server.login();
    expect((await change(0)).status).toBe(200);
    const late = await change(0, FRESH_POLICIES, budi);
    expect(await refusal(late)).toEqual([409, 'SETTINGS.CHANGED_MEANWHILE']);
    expect(await read()).toMatchObject({ version: 1, policies: ALWAYS });
  });

  it('refuses what is no policy, and half of the policies', async () => {
    for (const policies of [
      {},
      { fourEyes: { mode: 'sometimes', above: 50 } },
      { fourEyes: { mode: 'above', above: 0 } },
      { fourEyes: { mode: 'above' } },
    ]) {
      expect((await change(0, policies)).status).toBe(400);
    }
    expect(await read()).toMatchObject({ version: 0 });
  });
});
