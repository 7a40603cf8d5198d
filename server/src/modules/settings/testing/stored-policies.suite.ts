import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FRESH_POLICIES } from '#contracts/settings.contract.js';
import type { InstallationPolicies } from '#contracts/settings.contract.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { TypeormStoredPolicies } from '../infrastructure/persistence/typeorm-stored-policies.js';

const CHANGE = { by: 'Ibu Sari 😀', at: 1_763_000_000_000 };
const ALWAYS: InstallationPolicies = { ...FRESH_POLICIES, fourEyes: { mode: 'always', above: 7 } };

/** Every storage of the policies must behave like this. */
export function describeStoredPolicies(name: string, open: () => Promise<TestDatabase>): void {
  describe(`StoredPolicies on ${name}`, () => {
    let opened: TestDatabase;
    let stored: TypeormStoredPolicies;

    beforeEach(async () => {
      opened = await open();
      stored = new TypeormStoredPolicies(opened.database);
    });
    afterEach(() => opened.close());

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);
    const read = () => run(() => stored.read());
    const replace = (version: number, policies = ALWAYS) =>
      run(() => stored.replace(version, policies, CHANGE));

    it('is as on a fresh installation until it is changed, then as it was changed', async () => {
      expect(await read()).toEqual({ version: 0, policies: FRESH_POLICIES, change: null });
      expect(await replace(0)).toBe(true);
      expect(await read()).toEqual({ version: 1, policies: ALWAYS, change: CHANGE });
      expect(await replace(1, FRESH_POLICIES)).toBe(true);
      expect(await read()).toEqual({ version: 2, policies: FRESH_POLICIES, change: CHANGE });
    });

    it('changes nothing when another was first', async () => {
      expect(await replace(1)).toBe(false);
      await replace(0);
      expect(await replace(0, FRESH_POLICIES)).toBe(false);
      expect(await replace(2, FRESH_POLICIES)).toBe(false);
      expect(await read()).toMatchObject({ version: 1, policies: ALWAYS });
    });

    it('lets one of two win who change the first version together', async () => {
      const both = await Promise.all([replace(0), replace(0)]);
      expect(both.sort()).toEqual([false, true]);
    });

    it('takes a policy that a version of before did not know as on a fresh installation', async () => {
      await run(() =>
        opened.database.manager.query(
          `INSERT INTO installation_policies (name, version, policies, changed_at, changed_by)
           VALUES ('policies', 3, '{"fromLater":{"mode":"on"}}', 1, 'x')`,
        ),
      );
      expect(await read()).toMatchObject({ version: 3, policies: FRESH_POLICIES });
    });
  });
}
