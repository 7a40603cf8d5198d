import { StartupRefusal } from '../process/startup-refusal.js';
import type { TableDigest } from './manifest.js';
import { MysqlStore } from './mysql-store.js';
import type { ServerLocation } from './mysql-store.js';
import { migrate } from './snapshot.js';
import { SqliteStore } from './sqlite-store.js';
import { copyTables, digestsOf } from './table-store.js';

/**
 * Copies a SQLite file with the schema of this version into an empty server database, and compares what
 * arrived, row by row. The file is only read.
 *
 * @throws StartupRefusal when something arrived otherwise
 */
export async function fillServer(
  file: string,
  server: ServerLocation,
): Promise<Readonly<Record<string, TableDigest>>> {
  await migrate(server);
  const source = new SqliteStore(file, { readonly: true });
  const target = await MysqlStore.open(server, { reading: false });
  try {
    const read = await copyTables(source, target);
    if (!sameDigests(read, await digestsOf(target))) {
      throw new StartupRefusal([
        'Isi database tujuan tidak sama dengan sumbernya. Sumber tidak berubah. Kosongkan database tujuan, lalu ulangi.',
      ]);
    }
    return read;
  } finally {
    await source.close();
    await target.close();
  }
}

/** Whether every table of `expected` holds the same rows. */
export function sameDigests(
  expected: Readonly<Record<string, TableDigest>>,
  found: Readonly<Record<string, TableDigest>>,
): boolean {
  return Object.entries(expected).every(
    ([table, { rows, checksum }]) =>
      found[table]?.rows === rows && found[table].checksum === checksum,
  );
}
