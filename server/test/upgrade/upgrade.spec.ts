import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { Clerk } from '../campaign/clerk.js';
import { readHandovers } from '../campaign/handover-journal.js';
import { WRONG_SUMS } from '../campaign/ledger-watch.js';
import { ServerProcess } from '../campaign/server-process.js';
import { freePort } from '../support/own/free-port.js';
import { describeWithMariaDb } from '../support/services.js';
import { leaveFirstRelease, OF_PAUSED, PAUSED } from './first-release.js';

/**
 * `RECIPIENTS=100000 npm test -- server/test/upgrade --selectProjects system` for the full figure, which
 * docs/install.md has.
 */
const RECIPIENTS = Number(process.env.RECIPIENTS ?? 5_000);
const ADMIN = { username: 'admin', password: 'uji-pembaruan-versi-1' } as const;
const PATIENCE_MS = 90_000;

interface Place {
  readonly location: DatabaseLocation;
  readonly settings: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Prints the figures when somebody asked for a size. */
function tell(database: string, startMs: number, sendMs: number): void {
  if (process.env.RECIPIENTS === undefined) return;
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
  process.stdout.write(
    `${database}, ${RECIPIENTS.toLocaleString('en')} recipients: start with all migrations ${seconds(startMs)}, ` +
      `${String(OF_PAUSED.waiting)} waiting recipients of the paused broadcast ${seconds(sendMs)}\n`,
  );
}

/** What the first release left is brought forward by the built product, which then goes on with it. */
function describeUpgrade(name: string, open: (dataDir: string) => Promise<Place>): void {
  describe(`a database of the first release on ${name}`, () => {
    let dataDir: string;
    let place: Place;
    let server: ServerProcess | null;

    beforeEach(async () => {
      server = null;
      dataDir = mkdtempSync(join(tmpdir(), 'prima-upgrade-'));
      place = await open(dataDir);
    });
    afterEach(async () => {
      await server?.end('SIGKILL');
      await place.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const query = async <R>(sql: string): Promise<R[]> => {
      const source = new DataSource(dataSourceOptions(place.location));
      await source.initialize();
      try {
        return await source.query<R[]>(sql);
      } finally {
        await source.destroy();
      }
    };
    const old = (): Promise<unknown[]> =>
      query(`SELECT id, phone, state, message_id, attempts FROM recipients
             WHERE state = 'sent' AND message_id LIKE '01a0aa00%' ORDER BY id`);

    it(
      'is migrated and its paused broadcast brought to the end: nobody is lost or sent to twice',
      async () => {
        await leaveFirstRelease(place.location, dataDir, RECIPIENTS);
        const before = await old();
        expect(before).toHaveLength(RECIPIENTS + OF_PAUSED.sent);
        server = new ServerProcess({
          PATH: process.env.PATH ?? '',
          DATA_DIR: dataDir,
          PORT: String(await freePort()),
          ADMIN_USERNAME: ADMIN.username,
          ADMIN_PASSWORD: ADMIN.password,
          PRACTICE_PACE_SECONDS: '0',
          WHATSAPP_ENGINES: 'practice',
          ...place.settings,
        });
        const began = performance.now();
        await server.start();
        const started = performance.now();
        const clerk = new Clerk(server.url);
        await clerk.logIn(ADMIN.username, ADMIN.password);
        expect((await clerk.broadcast(PAUSED)).status).toBe('paused');
        expect(readHandovers(dataDir)).toEqual([]);
        await clerk.resume(PAUSED);
        const resumed = performance.now();
        const deadline = Date.now() + PATIENCE_MS;
        while ((await clerk.broadcast(PAUSED)).status !== 'finished') {
          if (Date.now() > deadline) throw new Error('It did not come to its end');
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        tell(name, started - began, performance.now() - resumed);
        await server.end('SIGTERM');
        expect(await old()).toEqual(before);
        expect(await query(WRONG_SUMS)).toEqual([]);
        const left = await query(`SELECT id FROM recipients WHERE state IN ('pending', 'sending')`);
        expect(left).toEqual([]);
        expect(await query(`SELECT state FROM recipients WHERE reason = 'interrupted'`)).toEqual([
          { state: 'unknown' },
        ]);
        const journal = readHandovers(dataDir);
        expect(new Set(journal.map(({ address }) => address)).size).toBe(journal.length);
        expect(journal.length).toBeLessThanOrEqual(OF_PAUSED.waiting);
        expect(journal.length).toBeGreaterThan(OF_PAUSED.waiting / 2);
      },
      PATIENCE_MS + 120_000,
    );
  });
}

describeUpgrade('SQLite', (dataDir) =>
  Promise.resolve({
    location: { kind: 'sqlite', file: join(dataDir, 'prima.db') },
    settings: {},
    close: () => Promise.resolve(),
  }),
);

describeWithMariaDb('upgrade', (serverUrl) => {
  describeUpgrade('MariaDB', async () => {
    const schema = `prima_test_upgrade_${String(process.pid)}`;
    const admin = new DataSource({ type: 'mariadb', url: serverUrl });
    await admin.initialize();
    await admin.query(`CREATE DATABASE ${schema} CHARACTER SET latin1`);
    const url = `${serverUrl}/${schema}`;
    return {
      location: { kind: 'mysql', url },
      settings: { DATABASE_URL: url },
      close: async () => {
        await admin.query(`DROP DATABASE ${schema}`);
        await admin.destroy();
      },
    };
  });
});
