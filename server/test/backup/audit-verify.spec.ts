import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Connection from 'better-sqlite3';
import { runProduct } from '../support/product-process.js';
import { startTestServer } from '../support/test-server.js';
import { onSqlite } from './installation.js';
import type { Installation } from './installation.js';

describe('npm run audit:verify', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = onSqlite();
    const server = await startTestServer({ config: installation.config });
    for (let times = 0; times < 3; times++) await server.login();
    await server.close();
  });
  afterAll(() => installation.remove());

  const verify = async (...words: readonly string[]) => {
    const run = runProduct('cli/audit-verify.js', { DATA_DIR: installation.config.dataDir }, words);
    const code = await run.ended;
    return { code, output: run.output(), errors: run.errors() };
  };
  const tamper = (...statements: readonly string[]): void => {
    const { database } = installation.config;
    const connection = new Connection(database.kind === 'sqlite' ? database.file : '');
    for (const sql of statements) connection.exec(sql);
    connection.close();
  };

  it('ends with 0 while the audit is whole, and tells its end', async () => {
    const { code, output, errors } = await verify();
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('Catatan audit utuh.');
    expect(output).toContain('3 entri berantai');
    const end = /3:[\da-f]{64}/u.exec(output)?.[0] ?? '';
    expect((await verify(end)).code).toBe(0);
    const other = await verify(`2:${end.slice(2)}`);
    expect([other.code, other.errors]).toEqual([
      1,
      expect.stringContaining('Entri 2 pernah dicatat'),
    ]);
  });

  it('ends with 1 and names what is not as it was written', async () => {
    tamper(
      'DROP TRIGGER tr_audit_entries_no_update',
      'DROP TRIGGER tr_audit_entries_no_delete',
      "UPDATE audit_entries SET actor = 'Orang lain' WHERE seq = 2",
    );
    const altered = await verify();
    expect(altered.code).toBe(1);
    expect(altered.errors).toMatch(/^✗ Entri 2 \(id \d+\) diubah\.$/mu);
    expect(altered.output).toContain('tidak menolak UPDATE dan DELETE');
  });

  it('misses what was cut off, by the notes beside the database', async () => {
    tamper('DELETE FROM audit_entries', 'DELETE FROM audit_ends');
    const { code, errors } = await verify();
    expect(code).toBe(1);
    expect(errors).toContain('Entri 3 pernah dicatat pada 2026-');
  });
});
