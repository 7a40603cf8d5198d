import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import type { SafeModeView } from '#contracts/safe-mode.contract.js';
import { verifyAuditOf } from '../../src/modules/audit/index.js';
import { restoreBackup } from '../../src/platform/backup/restore-backup.js';
import { transfer } from '../../src/platform/backup/transfer.js';
import { writeBackup } from '../../src/platform/backup/write-backup.js';
import { FakeClock } from '../../src/platform/kernel/fake-clock.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { readHandovers } from '../campaign/handover-journal.js';
import { DeviceCalls } from '../device/device-calls.js';
import { describeWithMariaDb } from '../support/services.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { onMariaDb, onSqlite } from './installation.js';
import type { Installation } from './installation.js';

const LIST = [
  'nomor|nama|poli',
  ...Array.from(
    { length: 40 },
    (_, at) => `0812000070${String(at + 10)}|Pasien ${String(at)}|Poli Paru`,
  ),
].join('\n');

/** An installation that runs, and somebody logged in. */
interface Running {
  readonly server: TestServer;
  readonly browser: TestClient;
  readonly calls: BroadcastCalls;
}

describeDrill('SQLite', () => Promise.resolve(onSqlite()));
describeWithMariaDb('the drill', (serverUrl) => {
  describeDrill('MariaDB', () => onMariaDb(serverUrl));

  it('moves from SQLite to the server in one command, and goes on sending there', async () => {
    const [small, large] = [onSqlite(), await onMariaDb(serverUrl)];
    const running = await start(small);
    const broadcast = await sendTo(running, 10);
    await end(running);
    const { dataDir } = small.config;
    const source = join(dataDir, 'prima.db');
    const before = statSync(source).size;
    const target = { dataDir, database: large.config.database };
    const tables = await transfer(target);
    expect(tables.recipients?.rows).toBe(40);
    expect(statSync(source).size).toBe(before);
    await expect(transfer(target)).rejects.toThrow('tidak kosong');

    const moved = await start({ ...small, config: { ...small.config, database: target.database } });
    expect(await alarmOf(moved)).toBeNull();
    const finished = await finish(moved, broadcast);
    expect(finished.total).toBe(40);
    expectNoDuplicate(small, 30);
    const verdict = await verifyAuditOf({ ...small.config, database: target.database });
    expect(verdict).toMatchObject({ isGuarded: true, findings: [] });
    expect(verdict.entries).toBeGreaterThan(5);
    await end(moved);
    await small.remove();
    await large.remove();
  }, 60_000);
});

function describeDrill(name: string, make: () => Promise<Installation>): void {
  describe(`a restore drill on ${name}`, () => {
    const made: Installation[] = [];
    const fresh = async () => {
      const installation = await make();
      made.push(installation);
      return installation;
    };
    afterEach(async () => {
      for (const installation of made.splice(0)) await installation.remove();
    });

    it.each([
      ['with the marks that survived, exactly those who may have been sent to', true],
      ['without them, everybody who waited', false],
    ])(
      'doubts %s, and sends nothing twice',
      async (_, survived) => {
        const old = await fresh();
        const running = await start(old);
        const broadcast = await sendTo(running, 5);
        const file = join(old.config.dataDir, 'cadangan.tar.gz');
        const now = running.server.clock.now();
        const manifest = await writeBackup(file, old.config, { sessions: false, now });
        expect(statSync(file).mode & 0o777).toBe(0o600);
        expect(manifest.tables.recipients?.rows).toBe(40);
        const { run: atBackup } = await running.calls.get(broadcast.id);
        await running.calls.until(broadcast, ({ run }) => (run?.counts.pending ?? 0) < 20);
        await running.server.login('operator');
        await end(running);
        const later = running.server.clock.now() + 60_000;
        const sentBefore = readHandovers(old.config.dataDir).length;

        const next = await fresh();
        // WhatsApp and the phones remember, whatever happens to the server.
        next.takeOver(old, 'practice');
        next.takeOver(old, 'audit-ends.log');
        if (survived) next.takeOver(old, 'handovers');
        const restored = await restoreBackup(file, next.config, now);
        expect(restored.marksSurvived).toBe(survived);
        await expect(restoreBackup(file, next.config, now)).rejects.toThrow(
          'Tidak ada yang diubah',
        );

        const again = await start(next, later);
        const alarm = await alarmOf(again);
        expect(alarm).toMatchObject({ reason: 'restored', backupAt: manifest.createdAt });
        const paused = await again.calls.get(broadcast.id);
        expect(paused.status).not.toBe('sending');
        if (survived) expect(paused.run?.pauseReason).toBe('safe-mode');
        const doubted = alarm?.recipients ?? 0;
        // The message in flight at the backup is uncertain for a reason of its own.
        if (survived) expect(doubted).toBeLessThan(40 - sentBefore + 20);
        else expect(doubted).toBeGreaterThanOrEqual((atBackup?.counts.pending ?? 0) - 1);
        // With nobody left to doubt, the broadcast without marks has ended.
        const refused = survived ? 'SAFE_MODE.ACTIVE' : /SAFE_MODE.ACTIVE|RUN.NOT_IN_STATE/u;
        expect(await codeOf(await step(again, broadcast, 'resume'))).toMatch(refused);

        // The audit verifies, and says which entries the restore has cost.
        expect((await verifyAuditOf(old.config)).findings).toEqual([]);
        const verdict = await verifyAuditOf(next.config);
        expect(verdict).toMatchObject({ isGuarded: true, findings: [] });
        expect(verdict.restores[0]?.lost).toBeGreaterThan(0);

        const viewer = await again.server.login('operator');
        const release = '/api/safe-mode/release';
        expect((await viewer.post(release, { id: alarm?.id })).status).toBe(403);
        expect((await again.browser.post(release, { id: alarm?.id })).status).toBe(200);
        expect(await alarmOf(again)).toBeNull();
        if (survived) await finish(again, broadcast);
        const { run } = await again.calls.get(broadcast.id);
        const sum = Object.values(run?.counts ?? {}).reduce((total, count) => total + count, 0);
        expect(sum).toBe(40);
        expectNoDuplicate(next, survived ? 30 : sentBefore);
        await end(again);
      },
      60_000,
    );

    it('refuses what is damaged or of somebody else before anything is changed', async () => {
      const old = await fresh();
      await end(await start(old));
      const file = join(old.config.dataDir, 'cadangan.tar.gz');
      await writeBackup(file, old.config, { sessions: false, now: 0 });
      const next = await fresh();
      const { config } = next;
      const locked = { ...config, secretKey: 'kunci lain kunci lain kunci lain kunci' };
      await expect(restoreBackup(file, locked, 0)).rejects.toThrow('SECRET_KEY');
      await expect(restoreBackup(join(config.dataDir, 'tidak-ada'), config, 0)).rejects.toThrow(
        'tidak ditemukan',
      );
      truncate(file);
      await expect(restoreBackup(file, config, 0)).rejects.toThrow(
        'bukan cadangan Prima yang utuh',
      );
      const empty = await start(next);
      expect(empty.server.setupToken).not.toBeNull();
      await end(empty);
    }, 60_000);
  });
}

async function start({ config }: Installation, at?: number): Promise<Running> {
  const server = await startTestServer({ config, clock: new FakeClock(at) });
  const browser = await server.login();
  return { server, browser, calls: new BroadcastCalls(server, browser) };
}

/** Starts to send a list of 40, and waits until so many are sent. */
async function sendTo({ server, browser, calls }: Running, sent: number): Promise<BroadcastView> {
  const { id } = await new DeviceCalls(server, browser).addLinked();
  const broadcast = await calls.confirmed(await calls.draft(id, LIST));
  expect((await calls.send(broadcast)).status).toBe(202);
  return calls.until(broadcast, ({ run }) => (run?.counts.pending ?? 40) <= 40 - sent);
}

/** Resumes as often as needed until the broadcast has ended. */
async function finish(running: Running, broadcast: BroadcastView) {
  const found = await running.calls.until(broadcast, ({ status }) => status !== 'sending');
  if (found.status === 'paused') {
    const answer = await step(running, broadcast, 'resume');
    // The device may not be back yet after the start.
    if (answer.status !== 200) await running.server.clock.advance(1_000);
    return finish(running, broadcast);
  }
  expect(found.status).toBe('finished');
  if (!found.run) throw new Error('It has no run');
  return found.run;
}

const step = ({ browser }: Running, { id }: BroadcastView, name: string) =>
  browser.post(`/api/broadcasts/${id}/${name}`);

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;

async function alarmOf({ browser }: Running): Promise<SafeModeView['alarm']> {
  return ((await (await browser.get('/api/safe-mode')).json()) as SafeModeView).alarm;
}

/** An end of the server waits for the message in flight, so time has to pass. */
async function end({ server }: Running): Promise<void> {
  const over = new AbortController();
  const closing = server.close().finally(() => {
    over.abort();
  });
  while (!over.signal.aborted) {
    await server.clock.advance(200);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closing;
}

/** What the practice network got, which no restore changes: nobody twice. */
function expectNoDuplicate({ config }: Installation, atLeast: number): void {
  const addresses = readHandovers(config.dataDir).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThanOrEqual(atLeast);
}

/** As a copy that was interrupted. */
function truncate(file: string): void {
  const content = readFileSync(file);
  writeFileSync(file, content.subarray(0, content.length - 200));
}
