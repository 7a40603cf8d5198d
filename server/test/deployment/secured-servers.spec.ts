import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import { makeCertificate } from '../whatsapp-stand-in/certificate.js';
import { addressOf, runProduct } from '../support/product-process.js';
import { describeWithMariaDb } from '../support/services.js';
import { startSecuredRedis } from './own-redis.js';
import type { SecuredRedis } from './own-redis.js';

const SQL = join(import.meta.dirname, '../../../docker/sql/create-database.sql');
const REDIS_PASSWORD = 'kata sandi/redis@uji';

describeWithMariaDb('servers as docs/install.md sets them up', (serverUrl) => {
  const schema = `prima_test_install_${String(process.pid)}`;
  let admin: Connection;
  let redis: SecuredRedis;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prima-install-'));
    admin = await createConnection({ uri: serverUrl, multipleStatements: true });
    // The file itself, for a database and users of this test alone.
    await admin.query(readFileSync(SQL, 'utf8').replace(/\bprima(?=[\s._'])/gu, schema));
    redis = await startSecuredRedis(REDIS_PASSWORD);
  });

  afterAll(async () => {
    await redis.stop();
    await admin.query(
      `DROP DATABASE ${schema}; DROP USER '${schema}'@'%', '${schema}_migrate'@'%'`,
    );
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const database = (user: string, password: string) => ({
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    DATABASE_URL: `${serverUrl.replace(/\/\/[^@]*@/u, `//${user}@`)}/${schema}`,
    DATABASE_PASSWORD_FILE: file('password', `${password}\n`),
  });
  const ours = () => ({
    ...database(schema, 'change-me-app'),
    MIGRATIONS: 'wait',
    WHATSAPP_ENGINES: 'practice',
    REDIS_URL: `rediss://localhost:${String(redis.port)}`,
    REDIS_PASSWORD_FILE: file('redis', REDIS_PASSWORD),
    REDIS_CA_FILE: redis.caFile,
    REDIS_PREFIX: schema,
  });

  /** What a start says that is refused: one line. */
  const refusal = async (environment: Record<string, string>): Promise<string> => {
    const run = runProduct('main.js', environment);
    expect(await run.ended).not.toBe(0);
    const said = run.errors().trimEnd().split('\n');
    expect(said).toHaveLength(1);
    return said[0] ?? '';
  };

  /** Whether `npm run audit:verify`, as the running product's user, finds that the database refuses nothing. */
  const remarkOnGuard = async (): Promise<boolean> => {
    const run = runProduct('cli/audit-verify.js', ours());
    await run.ended;
    return run.output().includes('tidak menolak UPDATE dan DELETE');
  };

  it('do not let the product migrate with the rights of the running one', async () => {
    const { MIGRATIONS: _, ...migrating } = ours();
    expect(await refusal(migrating)).toMatch(/pengguna database itu kurang hak.*MIGRATIONS=wait/u);
  });

  it('are migrated in a step of its own, then run without any right on the schema', async () => {
    const migrate = runProduct(
      'cli/migrate.js',
      database(`${schema}_migrate`, 'change-me-migrate'),
    );
    expect(await migrate.ended).toBe(0);
    expect(migrate.errors()).toBe('');
    for (const role of ['web', 'worker', 'all']) {
      const run = runProduct('main.js', { ...ours(), ROLE: role });
      const health = await fetch(`${await addressOf(run)}/api/health/ready`);
      expect(await health.json()).toEqual({ status: 'ok', missing: [] });
      run.child.kill('SIGTERM');
      expect([role, await run.ended, run.errors()]).toEqual([role, 0, '']);
      // Only who serves the pages shows the way in.
      expect(run.output().includes('/setup?token=')).toBe(role !== 'worker');
    }
    await admin.query(
      `INSERT INTO ${schema}.audit_entries (at, actor_id, actor, action, subject, subject_id, details)
       VALUES (1, 'x', 'x', 'x', 'x', 'x', '{}')`,
    );
    expect(await remarkOnGuard()).toBe(false);
    // MySQL hides triggers from this user. MariaDB does not: here they hide under other names.
    for (const deed of ['update', 'delete']) {
      await admin.query(
        `USE ${schema}; DROP TRIGGER tr_audit_entries_no_${deed};
         CREATE TRIGGER hidden_${deed} BEFORE ${deed} ON audit_entries FOR EACH ROW SIGNAL SQLSTATE '45000'`,
      );
    }
    expect(await remarkOnGuard()).toBe(false);
    await admin.query('DROP TRIGGER hidden_delete');
    expect(await remarkOnGuard()).toBe(true);
    const [rows] = await admin.query(`SELECT COUNT(*) AS count FROM ${schema}.audit_entries`);
    expect(rows).toEqual([{ count: 1 }]);
  }, 60_000);

  it('are refused in one line when they turn us away, or are not who they should be', async () => {
    const wrong = file('wrong', 'salah');
    expect(await refusal({ ...ours(), REDIS_PASSWORD_FILE: wrong })).toContain(
      'kata sandi Redis ditolak',
    );
    const stranger = file('stranger.pem', makeCertificate('localhost').cert);
    expect(await refusal({ ...ours(), REDIS_CA_FILE: stranger })).toContain(
      'sertifikat TLS Redis tidak dipercaya',
    );
    expect(await refusal({ ...ours(), DATABASE_TLS: 'true' })).toContain('tidak memakai TLS');
    await admin.query(`REVOKE DELETE ON ${schema}.* FROM '${schema}'@'%'`);
    expect(await refusal(ours())).toContain('kurang hak');
    await admin.query(`GRANT DELETE ON ${schema}.* TO '${schema}'@'%'`);
    await admin.query(`INSERT INTO ${schema}.migrations (timestamp, name) VALUES (9, 'Later9')`);
    expect(await refusal(ours())).toContain('versi Prima yang lebih baru');
  }, 60_000);
});
