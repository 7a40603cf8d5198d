import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';

/** Another process of this product works in the same `DATA_DIR`. */
export class DataDirInUse extends Error {
  readonly dataDir: string;

  constructor(dataDir: string) {
    super(`DATA_DIR is in use: ${dataDir}`);
    this.dataDir = dataDir;
  }
}

/**
 * Takes `dataDir` for this process until it ends, however it ends: the lock is an operating-system
 * lock on a file (held through SQLite, which has it on every platform), so a killed process leaves
 * none behind. Creates the folder, readable by its owner alone.
 *
 * @returns how to give it back before the end.
 * @throws DataDirInUse when another process holds it.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'process.lock');
  const connection = new SqliteConnection(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    connection.pragma('journal_mode = DELETE');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw new DataDirInUse(dataDir);
    throw error;
  }
  return () => {
    connection.close();
  };
}
