import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Clerk } from '../../campaign/clerk.js';
import { ServerProcess } from '../../campaign/server-process.js';
import { freePort } from '../../support/own/free-port.js';
import { percentile, printRow } from '../figures.js';
import { openBenchDatabase } from '../lanes-database.js';
import { LanesFloor } from '../lanes-floor.js';
import type { WorkerReport } from './idle-worker.js';
import type { ScaleHouse } from './scale-house.js';
import { addBroadcast, addDevices } from './scale-lists.js';

const ADMIN = { username: 'admin', password: 'ukuran-besar-sekali-1' } as const;
const PROGRAM = fileURLToPath(new URL('./idle-worker.js', import.meta.url));
const POLL_MS = 100;
const PATIENCE_MS = 180_000;

/** The pace at which lateness is measured, in seconds: real devices are given eight to twenty. */
const PACE = 1;

/** Messages of each device at that pace. */
const PACED_MESSAGES = 12;

const WIDTHS = [8, 11, 9, 12, 14, 14, 14];

/** How much there is to do. */
export interface WorkersPlan {
  readonly devices: number;
  /** Of all devices together. */
  readonly messages: number;
  /** Worker processes, one measurement after the other. */
  readonly counts: readonly number[];
}

/** Prints the rate of as many workers at no pace at all, and their lateness at a pace of one a second. */
export async function measureWorkers(house: ScaleHouse, plan: WorkersPlan): Promise<void> {
  const { devices, messages, counts } = plan;
  await addDevices(house, devices);
  const web = new ServerProcess(await settingsOf(house, 'web', '0'));
  await web.start();
  try {
    const clerk = new Clerk(web.url);
    await clerk.logIn(ADMIN.username, ADMIN.password);
    console.log(`\n${String(devices)} devices, MariaDB and Redis, an engine that does nothing`);
    printRow(WIDTHS, [
      'workers',
      'messages/s',
      '× floor',
      'CPU ms each',
      'late p50, ms',
      'late p95, ms',
      'late max, ms',
    ]);
    let serial = 0;
    for (const count of counts) {
      const floor = await floorOf(devices, messages);
      const each = Math.ceil(messages / devices);
      const fast = await sendAll(house, clerk, { count, devices, serial: ++serial, each, pace: 0 });
      const paced = { count, devices, serial: ++serial, each: PACED_MESSAGES, pace: PACE };
      const late = latenesses(await sendAll(house, clerk, paced), PACE * 1_000);
      const rate = rateOf(fast);
      printRow(WIDTHS, [
        String(count),
        rate.toFixed(0),
        (rate / floor).toFixed(2),
        (fast.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / (each * devices)).toFixed(2),
        ...[0.5, 0.95, 1].map((share) => percentile(late, share).toFixed(1)),
      ]);
    }
  } finally {
    await web.end('SIGTERM');
  }
}

/** Messages a second of the bare driver with two durable updates each, by as many loops as there are devices. */
async function floorOf(devices: number, messages: number): Promise<number> {
  const database = await openBenchDatabase('mariadb');
  if (!database) return Number.NaN;
  const floor = await LanesFloor.open(database, devices);
  const rounded = Math.ceil(messages / devices / 100) * 100 * devices;
  await floor.prepare(rounded);
  const began = performance.now();
  await floor.send();
  const seconds = (performance.now() - began) / 1_000;
  await database.close();
  return rounded / seconds;
}

interface Wave {
  readonly count: number;
  readonly devices: number;
  readonly serial: number;
  /** Messages of each device. */
  readonly each: number;
  /** Seconds between two messages of a device. */
  readonly pace: number;
}

/** Starts workers, has every device send its list, and answers what the workers did for that. */
async function sendAll(house: ScaleHouse, clerk: Clerk, wave: Wave): Promise<WorkerReport[]> {
  const { count, devices, serial, each, pace } = wave;
  const broadcasts: string[] = [];
  for (let device = 0; device < devices; device++) {
    const stateOf = () => 'pending' as const;
    const wish = { serial, device, recipients: each, run: 'paused', stateOf } as const;
    broadcasts.push(await addBroadcast(house, wish));
  }
  const since = Date.now();
  const workers = await Promise.all(
    Array.from({ length: count }, async () =>
      startWorker(await settingsOf(house, 'worker', String(pace))),
    ),
  );
  try {
    await until(async () => {
      const [row] = await house.rows<{ ready: number }>(
        `SELECT COUNT(*) AS ready FROM devices JOIN device_holds ON device_holds.device_id = devices.id
         WHERE devices.state = 'ready' AND devices.state_since >= ?`,
        [since],
      );
      return row?.ready === devices;
    });
    const before = await Promise.all(workers.map(reportOf));
    for (const id of broadcasts) await clerk.resume(id);
    await until(async () => {
      const [row] = await house.rows<{ active: number }>(
        "SELECT COUNT(*) AS active FROM runs WHERE state <> 'finished'",
        [],
      );
      return row?.active === 0;
    });
    const after = await Promise.all(workers.map(reportOf));
    const sent = after.reduce((sum, { handovers }) => sum + handovers.length, 0);
    if (sent !== each * devices) throw new Error(`${String(sent)} messages were handed over`);
    return after.map(({ handovers, cpuMs }, at) => ({
      handovers,
      cpuMs: cpuMs - (before[at]?.cpuMs ?? 0),
    }));
  } finally {
    await Promise.all(workers.map(end));
  }
}

/** Messages a second while all devices are sending: the first and the last tenth are left out. */
function rateOf(reports: readonly WorkerReport[]): number {
  const moments = reports.flatMap(({ handovers }) => handovers.map(([, at]) => at));
  const [from, to] = [percentile(moments, 0.1), percentile(moments, 0.9)];
  return (moments.length * 0.8 * 1_000) / (to - from);
}

/**
 * How late each hand-over was, in milliseconds: the planned moment of one is its gap after the one before
 * it of the same device, since the engine answers at once.
 */
function latenesses(reports: readonly WorkerReport[], gap: number): number[] {
  const last = new Map<string, number>();
  const late: number[] = [];
  const all = reports.flatMap(({ handovers }) => [...handovers]).sort((a, b) => a[1] - b[1]);
  for (const [deviceId, at] of all) {
    const before = last.get(deviceId);
    last.set(deviceId, at);
    if (before !== undefined) late.push(at - before - gap);
  }
  return late;
}

async function settingsOf(
  house: ScaleHouse,
  role: 'web' | 'worker',
  pace: string,
): Promise<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? '',
    ROLE: role,
    PORT: String(await freePort()),
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    WHATSAPP_ENGINES: 'practice',
    PRACTICE_PACE_SECONDS: pace,
    ...house.settings,
  };
}

async function startWorker(settings: Record<string, string>): Promise<ChildProcess> {
  const worker = fork(PROGRAM, { env: settings, execArgv: [] });
  const failed = once(worker, 'exit').then(() => {
    throw new Error('A worker did not start');
  });
  await Promise.race([once(worker, 'message'), failed]);
  failed.catch(() => undefined);
  return worker;
}

async function reportOf(worker: ChildProcess): Promise<WorkerReport> {
  const answer = once(worker, 'message');
  worker.send('report');
  return ((await answer) as [WorkerReport])[0];
}

async function end(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await pause(POLL_MS);
  }
}
