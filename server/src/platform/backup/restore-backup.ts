import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { lockDataDir } from '../database/data-dir-lock.js';
import { MIGRATION_NAMES, dataSourceOptions } from '../database/data-source-options.js';
import { Database } from '../database/database.js';
import { EventBus } from '../events/event-bus.js';
import { UuidIds } from '../kernel/ids.js';
import { StartupRefusal } from '../process/startup-refusal.js';
import { InstallationSecrets } from '../secrets/installation-secrets.js';
import { unpackArchive } from './archive.js';
import { hasFiles, moveIn } from './data-folders.js';
import { fillServer, sameDigests } from './fill-server.js';
import { DATABASE } from './manifest.js';
import type { Manifest } from './manifest.js';
import { MysqlStore } from './mysql-store.js';
import { migrate } from './snapshot.js';
import { SqliteStore } from './sqlite-store.js';
import { digestsOf } from './table-store.js';

/** Where a backup goes. */
export type RestoreTarget = Pick<Config, 'dataDir' | 'database' | 'secretKey'>;

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest;
  /** Marks of hand-overs were still there: the next start knows exactly who may have been sent to. */
  readonly marksSurvived: boolean;
}

/**
 * Restores a backup into an installation without a database, into SQLite or a server, whichever it was
 * made of. Everything is looked at before anything is changed. The next start is in safe mode.
 *
 * @throws StartupRefusal when the backup or the target does not allow it
 */
export async function restoreBackup(
  file: string,
  target: RestoreTarget,
  now: number,
): Promise<Restored> {
  const { dataDir, database } = target;
  const unlock = lockDataDir(dataDir);
  const work = mkdtempSync(join(dataDir, '.prima-restore-'));
  try {
    await requireEmpty(target);
    const manifest = await unpackArchive(file, work);
    const snapshot = join(work, DATABASE);
    await verifyDatabase(snapshot, manifest);
    await migrate({ kind: 'sqlite', file: snapshot });
    await verifySecret(snapshot, target.secretKey, now);
    const marksSurvived = hasFiles(dataDir, 'handovers');
    raiseAlarm(snapshot, manifest, marksSurvived, now);
    // From here on the target changes; the database comes last, so that half a restore does not start.
    for (const folder of ['attachments', 'handovers', 'sessions'] as const) {
      moveIn(work, dataDir, folder);
    }
    if (database.kind === 'sqlite') renameSync(snapshot, database.file);
    else await fillServer(snapshot, database);
    return { manifest, marksSurvived };
  } finally {
    rmSync(work, { recursive: true, force: true });
    unlock();
  }
}

async function requireEmpty({ dataDir, database }: RestoreTarget): Promise<void> {
  if (database.kind === 'mysql') {
    const store = await MysqlStore.open(database, { reading: false });
    const isEmpty = await store.isEmpty();
    await store.close();
    if (!isEmpty) {
      throw new StartupRefusal([
        'Database tujuan di DATABASE_URL tidak kosong. Tidak ada yang diubah. Buat database baru yang kosong, lalu ulangi.',
      ]);
    }
  } else if (existsSync(database.file)) {
    throw new StartupRefusal([
      `Sudah ada database ${database.file}. Tidak ada yang diubah. Pindahkan berkas prima.db, prima.db-wal, dan prima.db-shm ke tempat lain, lalu ulangi.`,
    ]);
  }
  const left = readdirSync(dataDir).find((name) => /^prima\.db-/u.test(name));
  if (database.kind === 'sqlite' && left !== undefined) {
    throw new StartupRefusal([
      `Masih ada berkas ${left} dari database lama di ${dataDir}. Pindahkan dahulu, lalu ulangi.`,
    ]);
  }
}

async function verifyDatabase(snapshot: string, manifest: Manifest): Promise<void> {
  const unknown = manifest.schema.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0) {
    throw new StartupRefusal([
      'Cadangan ini dibuat oleh versi Prima yang lebih baru. Tidak ada yang diubah. Pasang versi itu, lalu ulangi.',
    ]);
  }
  const store = new SqliteStore(snapshot, { readonly: true });
  const digests = await digestsOf(store);
  await store.close();
  if (sameDigests(manifest.tables, digests)) return;
  throw new StartupRefusal([
    'Isi database di cadangan tidak sama dengan catatannya. Tidak ada yang diubah. Pakai cadangan lain.',
  ]);
}

/** Without the right SECRET_KEY nobody who asked for no more messages would be recognised. */
async function verifySecret(
  snapshot: string,
  secretKey: string | null,
  now: number,
): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions({ kind: 'sqlite', file: snapshot }));
  await dataSource.initialize();
  try {
    const database = new Database(dataSource, new EventBus(() => undefined));
    await InstallationSecrets.load(database, secretKey, now);
  } finally {
    await dataSource.destroy();
  }
}

/** The next start pauses everything, and a person has to release it. */
function raiseAlarm(
  snapshot: string,
  { createdAt }: Manifest,
  marksSurvived: boolean,
  now: number,
): void {
  const connection = new Connection(snapshot);
  connection.pragma('journal_mode = DELETE');
  connection.transaction(() => {
    connection
      .prepare(
        `UPDATE safe_mode_alarms SET active_key = NULL, released_at = ?, released_by = 'restore'
         WHERE active_key IS NOT NULL`,
      )
      .run(now);
    connection
      .prepare(
        `INSERT INTO safe_mode_alarms (id, active_key, reason, raised_at, backup_at, doubts_all)
         VALUES (?, 'active', 'restored', ?, ?, ?)`,
      )
      .run(new UuidIds().next(), now, Date.parse(createdAt), marksSurvived ? 0 : 1);
    // Nobody can tell whether these were sent since, so a person has to confirm them once more.
    if (!marksSurvived) {
      connection
        .prepare(
          `UPDATE broadcasts SET revision = revision + 1, confirmed_by_id = NULL, confirmed_by = NULL,
             confirmed_at = NULL, confirmed_hash = NULL, unconfirmed_by = 'system', unconfirmed_at = ?
           WHERE confirmed_at IS NOT NULL AND id NOT IN (SELECT broadcast_id FROM runs)`,
        )
        .run(now);
    }
  })();
  connection.close();
}
