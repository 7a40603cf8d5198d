import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import { NO_RATE_LIMITS } from '../../src/platform/config/rate-settings.js';

/** An installation of its own: a folder, and a database in it or on a server. */
export interface Installation {
  readonly config: Config;
  /** Copies a folder of DATA_DIR from another one. */
  takeOver(from: Installation, folder: string): void;
  remove(): Promise<void>;
}

/** An empty one on SQLite. */
export function onSqlite(): Installation {
  return installation({}, () => Promise.resolve());
}

/** An empty one on the server of `serverUrl`. */
export async function onMariaDb(serverUrl: string): Promise<Installation> {
  const name = `prima_test_${process.pid.toString(36)}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new DataSource({ type: 'mariadb', url: serverUrl });
  await admin.initialize();
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET latin1`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return installation({ DATABASE_URL: url.href }, async () => {
    await admin.query(`DROP DATABASE ${name}`);
    await admin.destroy();
  });
}

function installation(
  settings: Readonly<Record<string, string>>,
  cleanUp: () => Promise<void>,
): Installation {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-backup-'));
  return {
    config: {
      ...readConfig({ DATA_DIR: dataDir, PORT: '0', ...settings }),
      rateLimits: NO_RATE_LIMITS,
    },
    takeOver: ({ config }, folder) => {
      cpSync(join(config.dataDir, folder), join(dataDir, folder), { recursive: true });
    },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      await cleanUp();
    },
  };
}
