import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { lockDataDir } from '../database/data-dir-lock.js';
import { MIGRATION_NAMES } from '../database/data-source-options.js';
import { StartupRefusal } from '../process/startup-refusal.js';
import { fillServer } from './fill-server.js';
import type { TableDigest } from './manifest.js';
import { MysqlStore } from './mysql-store.js';
import type { ServerLocation } from './mysql-store.js';
import { schemaOf } from './snapshot.js';

/**
 * Copies the embedded database of DATA_DIR into the empty server database of DATABASE_URL, with the server
 * stopped, and leaves the source as it is. Answers what every table holds.
 *
 * @throws StartupRefusal when source or target does not allow it
 */
export async function transfer({
  dataDir,
  database,
}: Pick<Config, 'dataDir' | 'database'>): Promise<Readonly<Record<string, TableDigest>>> {
  if (database.kind !== 'mysql') {
    throw new StartupRefusal([
      'Isi DATABASE_URL dengan alamat database MySQL atau MariaDB yang kosong, lalu ulangi.',
    ]);
  }
  const source = join(dataDir, 'prima.db');
  if (!existsSync(source)) {
    throw new StartupRefusal([`Tidak ada database SQLite ${source}. Periksa DATA_DIR.`]);
  }
  const unlock = lockDataDir(dataDir);
  try {
    const found = schemaOf(source);
    if (!MIGRATION_NAMES.every((name) => found.includes(name))) {
      throw new StartupRefusal([
        'Database SQLite ini dari versi Prima yang lain. Jalankan server versi ini sekali dengan SQLite, hentikan, lalu ulangi.',
      ]);
    }
    await requireEmpty(database);
    return await fillServer(source, database);
  } finally {
    unlock();
  }
}

async function requireEmpty(server: ServerLocation): Promise<void> {
  const store = await MysqlStore.open(server, { reading: false });
  const isEmpty = await store.isEmpty();
  await store.close();
  if (isEmpty) return;
  throw new StartupRefusal([
    'Database tujuan di DATABASE_URL tidak kosong. Tidak ada yang diubah. Buat database baru yang kosong, lalu ulangi.',
  ]);
}
