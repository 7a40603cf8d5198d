import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import { Clerk } from '../campaign/clerk.js';
import { readHandovers } from '../campaign/handover-journal.js';
import { ServerProcess } from '../campaign/server-process.js';
import { describeWithMariaDb } from '../support/services.js';

const ADMIN = { username: 'admin', password: 'uji-banyak-pekerja-1' } as const;
const DEVICES = 3;
const RECIPIENTS_OF_EACH = 24;
/** The promise: within this time after a worker is gone, another sends with its devices. */
const TAKEOVER_MS = 60_000;

describeWithMariaDb('one web process and two workers', (serverUrl) => {
  const redisUrl = process.env.TEST_REDIS_URL ?? '';
  const schema = `prima_test_workers_${String(process.pid)}`;
  let admin: Connection;
  let dataDir: string;
  let web: ServerProcess;
  let workers: ServerProcess[];
  let clerk: Clerk;

  const open = async (role: 'web' | 'worker'): Promise<ServerProcess> => {
    const process_ = new ServerProcess({
      PATH: process.env.PATH ?? '',
      ROLE: role,
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      DATABASE_URL: `${serverUrl}/${schema}`,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: schema,
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
      PRACTICE_PACE_SECONDS: '0.1-0.2',
      WHATSAPP_ENGINES: 'practice',
    });
    await process_.start();
    return process_;
  };

  beforeEach(async () => {
    admin = await createConnection(serverUrl);
    await admin.query(`CREATE DATABASE ${schema}`);
    dataDir = mkdtempSync(join(tmpdir(), 'prima-workers-'));
    web = await open('web');
    workers = [await open('worker'), await open('worker')];
    clerk = new Clerk(web.url);
    await clerk.logIn(ADMIN.username, ADMIN.password);
  });

  afterEach(async () => {
    for (const worker of workers) worker.signal('SIGCONT');
    for (const one of [web, ...workers]) await one.end('SIGKILL');
    await admin.query(`DROP DATABASE ${schema}`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** One broadcast on each device, being sent. */
  const startAll = async (): Promise<string[]> => {
    const broadcasts: string[] = [];
    for (let device = 0; device < DEVICES; device++) {
      const id = await clerk.linkedDevice(
        `Latihan ${String(device)}`,
        `0813-0000-010${String(device)}`,
      );
      const lines = Array.from(
        { length: RECIPIENTS_OF_EACH },
        (_, at) =>
          `+6281200${String(device)}0${String(at + 100)}${String(at + 10)}|Pasien ${String(at)}`,
      );
      broadcasts.push((await clerk.confirmedBroadcast(id, lines)).id);
    }
    for (const id of broadcasts) await clerk.startSending(id);
    return broadcasts;
  };

  /** Devices by the worker that holds them. */
  const holds = async (): Promise<Map<string, string[]>> => {
    const [rows] = await admin.query(`SELECT worker, device_id FROM ${schema}.device_holds`);
    const held = new Map<string, string[]>();
    for (const { worker, device_id } of rows as { worker: string; device_id: string }[]) {
      held.set(worker, [...(held.get(worker) ?? []), device_id]);
    }
    return held;
  };

  const untilFinished = async (broadcasts: readonly string[]): Promise<void> => {
    for (const id of broadcasts) {
      let last = '';
      await until(
        async () => {
          const { status, run } = await clerk.broadcast(id);
          last = JSON.stringify({ status, counts: run?.counts, reason: run?.pauseReason });
          if (status === 'paused') await clerk.resume(id);
          return status === 'finished';
        },
        () => last,
      );
    }
  };

  const expectOnce = async (broadcasts: readonly string[]): Promise<void> => {
    const journal = readHandovers(dataDir);
    expect(new Set(journal.map(({ address }) => address)).size).toBe(journal.length);
    for (const id of broadcasts) {
      const { run } = await clerk.broadcast(id);
      const counts = Object.values(run?.counts ?? {}).reduce((sum, count) => sum + count, 0);
      expect(counts).toBe(RECIPIENTS_OF_EACH);
      expect(run?.counts).toMatchObject({ pending: 0, sending: 0 });
    }
    const [claims] = await admin.query(`SELECT message_id FROM ${schema}.attempts`);
    const claimed = new Set((claims as { message_id: string }[]).map((row) => row.message_id));
    expect(journal.filter(({ messageId }) => !claimed.has(messageId))).toEqual([]);
  };

  it('share the devices, and go on when a worker is killed while it sends', async () => {
    const broadcasts = await startAll();
    const before = await holds();
    expect([...before.values()].map((devices) => devices.length).sort()).toEqual([1, 2]);
    await until(() => Promise.resolve(readHandovers(dataDir).length > 12));
    await workers[0]?.end('SIGKILL');
    const killedAt = Date.now();
    await until(async () => {
      const held = await holds();
      return held.size === 1 && [...held.values()][0]?.length === DEVICES;
    });
    expect(Date.now() - killedAt).toBeLessThan(TAKEOVER_MS);
    await untilFinished(broadcasts);
    await expectOnce(broadcasts);
  }, 240_000);

  it('send nothing after one was frozen, another took over, and it was woken', async () => {
    const broadcasts = await startAll();
    await until(() => Promise.resolve(readHandovers(dataDir).length > 12));
    workers[0]?.signal('SIGSTOP');
    await until(async () => (await holds()).size === 1);
    workers[0]?.signal('SIGCONT');
    await untilFinished(broadcasts);
    await expectOnce(broadcasts);
  }, 240_000);

  it('give their devices back when they end, and the others take them at once', async () => {
    const id = await clerk.linkedDevice('Latihan', '0813-0000-0100');
    const holder = [...(await holds()).keys()];
    for (const worker of workers) await worker.end('SIGTERM');
    expect((await holds()).size).toBe(0);
    workers = [await open('worker')];
    await until(async () => [...(await holds()).values()].flat().includes(id));
    expect([...(await holds()).keys()]).not.toEqual(holder);
  }, 60_000);
});

const PATIENCE_MS = 150_000;

async function until(holds: () => Promise<boolean>, state = () => ''): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come to that: ${state()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
