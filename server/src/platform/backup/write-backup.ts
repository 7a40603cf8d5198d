import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import { lockDataDir } from '../database/data-dir-lock.js';
import { MIGRATION_NAMES } from '../database/data-source-options.js';
import { StartupRefusal } from '../process/startup-refusal.js';
import { describeFile, writeArchive } from './archive.js';
import type { Packed } from './archive.js';
import { filesOf } from './data-folders.js';
import { DATABASE } from './manifest.js';
import type { Manifest } from './manifest.js';
import { MysqlStore } from './mysql-store.js';
import type { ServerLocation } from './mysql-store.js';
import { schemaOf, snapshotTo } from './snapshot.js';
import { SqliteStore } from './sqlite-store.js';
import { digestsOf } from './table-store.js';

/** Where the data is. */
export type BackupSource = Pick<Config, 'dataDir' | 'database'>;

/**
 * Backs up the installation into one file while it runs: database, hand-over marks, attachments; sessions
 * only when they are asked for, and only when no process has them open. SECRET_KEY is not in it.
 *
 * @throws StartupRefusal when that cannot be done
 */
export async function writeBackup(
  file: string,
  { dataDir, database }: BackupSource,
  options: { readonly sessions: boolean; readonly now: number },
): Promise<Manifest> {
  const target = resolve(file);
  if (existsSync(target)) {
    throw new StartupRefusal([
      `Berkas ${target} sudah ada. Pakai nama lain; tidak ada yang ditimpa.`,
    ]);
  }
  if (database.kind === 'sqlite' && !existsSync(database.file)) {
    throw new StartupRefusal([`Belum ada database di ${database.file}. Periksa DATA_DIR.`]);
  }
  const release = options.sessions ? await holdSessions({ dataDir, database }) : () => undefined;
  const work = mkdtempSync(join(dirname(target), '.prima-backup-'));
  try {
    const snapshot = join(work, DATABASE);
    if (database.kind === 'mysql') await requireSameSchema(database);
    await snapshotTo(snapshot, database);
    // After the database: a mark that is newer than it only makes a restore more careful.
    const files: Packed[] = [
      { name: DATABASE, path: snapshot },
      ...filesOf(dataDir, 'handovers'),
      ...filesOf(dataDir, 'attachments'),
      ...(options.sessions ? filesOf(dataDir, 'sessions') : []),
    ];
    const manifest = await manifestOf(files, snapshot, database.kind, options.now);
    await writeArchive(target, manifest, files);
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
    release();
  }
}

async function manifestOf(
  files: readonly Packed[],
  snapshot: string,
  from: Manifest['from'],
  now: number,
): Promise<Manifest> {
  const store = new SqliteStore(snapshot, { readonly: true });
  const tables = await digestsOf(store);
  await store.close();
  const described: Manifest['files'] = {};
  for (const { name, path } of files) described[name] = await describeFile(path);
  return {
    format: 1,
    product: 'prima-whatsapp-broadcast',
    createdAt: new Date(now).toISOString(),
    from,
    schema: schemaOf(snapshot),
    tables,
    files: described,
  };
}

/** A session that is copied while it is open is broken, and WhatsApp may end both. */
async function holdSessions({ dataDir, database }: BackupSource): Promise<() => void> {
  if (database.kind === 'sqlite') return lockDataDir(dataDir);
  const store = await MysqlStore.open(database, { reading: false });
  const held = await store.column(
    'SELECT device_id FROM device_holds WHERE expires_at > UNIX_TIMESTAMP(NOW(3)) * 1000',
    [],
  );
  await store.close();
  if (held.length === 0) return () => undefined;
  throw new StartupRefusal([
    `${String(held.length)} device sedang dipakai pekerja, jadi sesinya tidak dapat disalin. Hentikan semua pekerja dahulu, atau cadangkan tanpa --with-sessions.`,
  ]);
}

async function requireSameSchema(server: ServerLocation): Promise<void> {
  const store = await MysqlStore.open(server, { reading: false });
  try {
    const found = (await store.isEmpty())
      ? []
      : await store.column('SELECT name FROM migrations', []);
    if (MIGRATION_NAMES.every((name) => found.includes(name))) return;
  } finally {
    await store.close();
  }
  throw new StartupRefusal([
    'Database ini belum disiapkan oleh versi Prima ini. Jalankan server versi ini sekali, lalu ulangi.',
  ]);
}
