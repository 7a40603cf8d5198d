import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqlite } from '../../../platform/database/testing/test-database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import { NumberFingerprints } from './number-fingerprints.js';

describe('the fingerprint of a number', () => {
  let opened: TestDatabase;

  beforeEach(async () => {
    opened = await openSqlite([]);
  });
  afterEach(() => opened.close());

  const secrets = (database = opened.database) => InstallationSecrets.load(database, null, 0);

  it('is HMAC-SHA-256 with the key of the installation', async () => {
    const given = await secrets();
    const fingerprints = new NumberFingerprints(given);
    const key = given.key('do-not-contact');
    // Long and short ones by turns: nothing of one may be left in the next.
    for (const phone of ['+628120000000123', '+6591234567', '+6281200000001', '+1202555']) {
      const known = createHmac('sha256', key).update(phone).digest('hex');
      expect(fingerprints.of(phone)).toBe(known);
    }
    expect(() => fingerprints.of('+6281200000001234')).toThrow();
  });

  it('is the same in another process, and another in another installation', async () => {
    const of = (given: InstallationSecrets) => new NumberFingerprints(given).of('+6281200000001');
    const here = of(await secrets());
    expect(of(await secrets())).toBe(here);
    const other = await openSqlite([]);
    expect(of(await secrets(other.database))).not.toBe(here);
    await other.close();
  });
});
