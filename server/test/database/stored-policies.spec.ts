import { expect, it } from '@jest/globals';
import { FRESH_POLICIES } from '#contracts/settings.contract.js';
import { TypeormStoredPolicies } from '../../src/modules/settings/infrastructure/persistence/typeorm-stored-policies.js';
import { SETTINGS_ROWS } from '../../src/modules/settings/testing/settings-parts.js';
import { describeStoredPolicies } from '../../src/modules/settings/testing/stored-policies.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

const CHANGE = { by: 'Ibu Sari', at: 1_763_000_000_000 };
const ALWAYS = { ...FRESH_POLICIES, fourEyes: { mode: 'always', above: 50 } } as const;

describeWithMariaDb('the policies', (serverUrl) => {
  describeStoredPolicies('MariaDB', () => openMariaDb(SETTINGS_ROWS, serverUrl));

  it.each([0, 1])(
    'stay what they are, at version %d, for whoever decides by them',
    async (version) => {
      const { database, close } = await openMariaDb(SETTINGS_ROWS, serverUrl);
      const stored = new TypeormStoredPolicies(database);
      const replace = (from: number) => database.run(() => stored.replace(from, ALWAYS, CHANGE));
      if (version === 1) await replace(0);
      const order: string[] = [];
      // Waits outside of the unit below, so that it is not a part of it.
      let go = (): void => undefined;
      const begun = new Promise<void>((resolve) => (go = resolve));
      const switched = begun.then(() => replace(version)).then(() => order.push('changed'));
      await database.run(async () => {
        await stored.read();
        // Somebody else changes them now; that takes less time than twenty questions of a third.
        go();
        for (let count = 0; count < 20; count++) {
          await database.dataSource.query('SELECT 1');
        }
        order.push('decided');
      });
      await switched;
      expect(order).toEqual(['decided', 'changed']);
      await close();
    },
  );
});
