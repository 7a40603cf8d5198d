import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { restoreBackup } from '../../src/platform/backup/restore-backup.js';
import { writeBackup } from '../../src/platform/backup/write-backup.js';
import { lockDataDir } from '../../src/platform/database/data-dir-lock.js';
import { startTestServer } from '../support/test-server.js';
import { onSqlite } from './installation.js';
import type { Installation } from './installation.js';

/** What a browser keeps of a session: names with spaces, deep folders, an empty file, bytes of every kind. */
const PROFILE: Readonly<Record<string, Buffer>> = {
  'linked.json': Buffer.from('{}'),
  'profile/Local State': Buffer.from([...Array(256).keys()]),
  'profile/Default/IndexedDB/https_web.whatsapp.com_0.indexeddb.leveldb/000003.log': Buffer.alloc(
    300_000,
    7,
  ),
  'profile/Default/IndexedDB/https_web.whatsapp.com_0.indexeddb.leveldb/LOCK': Buffer.alloc(0),
};
const NOW = Date.parse('2026-11-26T03:00:00Z');

let old: Installation;
let made: Installation[];

beforeEach(async () => {
  old = onSqlite();
  made = [old];
  const server = await startTestServer({ config: old.config });
  await server.close();
  for (const [name, content] of Object.entries(PROFILE)) {
    const path = inSessions(old, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  // A browser that was killed leaves it behind; it points to no file.
  symlinkSync('mesin-4711', inSessions(old, 'profile/SingletonLock'));
});
afterEach(async () => {
  for (const installation of made) await installation.remove();
});

const inSessions = ({ config }: Installation, name: string): string =>
  join(config.dataDir, 'sessions', 'whatsapp-web', 'poli-anak', name);
const backUp = (file: string, sessions: boolean) =>
  writeBackup(file, old.config, { sessions, now: NOW });

it('copies the sessions when asked to, and brings them back byte for byte, for their owner alone', async () => {
  const file = join(old.config.dataDir, 'dengan-sesi.tar.gz');
  await backUp(file, true);
  const fresh = onSqlite();
  made.push(fresh);
  await restoreBackup(file, fresh.config, NOW);
  for (const [name, content] of Object.entries(PROFILE)) {
    const path = inSessions(fresh, name);
    expect({ name, same: readFileSync(path).equals(content) }).toEqual({ name, same: true });
    expect(statSync(path).mode & 0o077).toBe(0);
  }
  expect(statSync(join(fresh.config.dataDir, 'sessions')).mode & 0o077).toBe(0);
  expect(statSync(inSessions(fresh, 'profile')).mode & 0o077).toBe(0);
});

it('leaves them out when not asked to', async () => {
  const file = join(old.config.dataDir, 'tanpa-sesi.tar.gz');
  const { files } = await backUp(file, false);
  expect(Object.keys(files).filter((name) => name.startsWith('sessions/'))).toEqual([]);
});

it('copies none while a process may have them open', async () => {
  const unlock = lockDataDir(old.config.dataDir);
  try {
    await expect(backUp(join(old.config.dataDir, 'terkunci.tar.gz'), true)).rejects.toThrow();
  } finally {
    unlock();
  }
});
