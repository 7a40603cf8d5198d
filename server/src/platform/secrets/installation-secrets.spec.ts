import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config/config.js';
import { openSqlite } from '../database/testing/test-database.js';
import type { TestDatabase } from '../database/testing/test-database.js';
import { InstallationSecrets } from './installation-secrets.js';
import { SecretRow } from './secret.row.js';

const SECRET_KEY = 'rahasia rahasia rahasia rahasia rahasia';

describe('the keys of an installation', () => {
  let opened: TestDatabase;

  beforeEach(async () => {
    opened = await openSqlite([SecretRow]);
  });
  afterEach(() => opened.close());

  const load = (secretKey: string | null = null) =>
    InstallationSecrets.load(opened.database, secretKey, 1_000);

  it('are the same in every process, also in those that start together', async () => {
    const [first, second] = await Promise.all([load(), load()]);
    const third = await load();
    expect(first.key('do-not-contact')).toEqual(second.key('do-not-contact'));
    expect(first.key('do-not-contact')).toEqual(third.key('do-not-contact'));
    expect(first.key('do-not-contact')).toHaveLength(32);
  });

  it('differ by purpose and by installation', async () => {
    const here = await load();
    expect(here.key('do-not-contact')).not.toEqual(here.key('process-bus'));
    const other = await openSqlite([SecretRow]);
    const there = await InstallationSecrets.load(other.database, null, 1_000);
    expect(there.key('process-bus')).not.toEqual(here.key('process-bus'));
    await other.close();
  });

  it('cannot be made from the database alone when SECRET_KEY is set', async () => {
    const key = (await load(SECRET_KEY)).key('do-not-contact');
    await expect(load(null)).rejects.toThrow(ConfigError);
    await expect(load(`${SECRET_KEY}!`)).rejects.toThrow(/SECRET_KEY/);
    expect((await load(SECRET_KEY)).key('do-not-contact')).toEqual(key);
  });
});
