import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { Clerk } from './clerk.js';
import { ServerProcess } from './server-process.js';

/** How hard the campaign is. */
export interface CampaignPlan {
  readonly recipients: number;
  readonly kills: number;
  /** Devices that send at the same time; the recipients are dealt out to them. */
  readonly devices: number;
}

/** What the journal and the ledger say when everything has come to rest. */
export interface CampaignResult {
  readonly kills: number;
  readonly recipients: number;
  /** Messages in the network's journal. */
  readonly handovers: number;
  /** Messages beyond the first to the same number, by the journal. */
  readonly duplicates: number;
  /** Recipients that are in no final state, or missing, or said to be sent and not in the journal. */
  readonly lost: number;
  readonly unknown: number;
  readonly counts: Readonly<Partial<Record<RecipientState, number>>>;
}

const ADMIN = { username: 'admin', password: 'uji-henti-paksa-1' } as const;
/** A life lasts until so many more messages arrived, and up to so long after the last of them. */
const LIFE = { minMessages: 2, maxMessages: 8, maxLingerMs: 350 } as const;
/** Nothing arriving for so long means that nothing will: the run is paused or over. */
const STILL_MS = 8_000;
const END_LIMIT_MS = 120_000;
const POLL_MS = 10;
const ARRIVED: readonly RecipientState[] = ['sent', 'delivered', 'read'];
const OPEN: readonly RecipientState[] = ['pending', 'sending'];

/**
 * Sends to `recipients` while the server is killed (SIGKILL) `kills` times at random moments, lets it
 * finish, and compares its ledger with the journal of the practice network, a file outside of the server's
 * database to which a line is added for each message that arrives. `say` is told how it goes.
 */
export async function runKillCampaign(
  { recipients, kills, devices }: CampaignPlan,
  say: (line: string) => void = () => undefined,
): Promise<CampaignResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-kill-'));
  const server = new ServerProcess({
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    PRACTICE_PACE_SECONDS: '0.01-0.05',
    WHATSAPP_ENGINES: 'practice',
  });
  const journal = () => readJournal(join(dataDir, 'practice', 'handovers.jsonl'));
  try {
    await server.start();
    const clerk = new Clerk(server.url);
    await clerk.logIn(ADMIN.username, ADMIN.password);
    const broadcasts = await prepare(clerk, recipients, devices);
    for (const id of broadcasts) await clerk.startSending(id);
    for (let kill = 1; kill <= kills; kill++) {
      await liveABit(() => journal().length);
      await server.end('SIGKILL');
      say(`kill ${String(kill)} of ${String(kills)} after ${String(journal().length)} messages`);
      await server.start();
      await goOn(clerk, broadcasts);
    }
    await untilFinished(clerk, broadcasts);
    const ledger = (await Promise.all(broadcasts.map((id) => clerk.recipients(id)))).flat();
    return judge(journal(), ledger, { recipients, kills, devices });
  } finally {
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One device, one list and one confirmed broadcast for each share of the recipients. */
async function prepare(clerk: Clerk, recipients: number, devices: number): Promise<string[]> {
  const lines = Array.from({ length: recipients }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return `0812-0000-${number}|Pasien ${number}`;
  });
  const ids: string[] = [];
  for (let device = 0; device < devices; device++) {
    const deviceId = await clerk.linkedDevice(
      `Latihan ${String(device)}`,
      `0813-0000-000${String(device)}`,
    );
    const share = lines.filter((_, index) => index % devices === device);
    ids.push((await clerk.confirmedBroadcast(deviceId, share)).id);
  }
  return ids;
}

/** Waits until some more messages arrived, then a random while, so that kills fall on every step. */
async function liveABit(arrived: () => number): Promise<void> {
  const { minMessages, maxMessages, maxLingerMs } = LIFE;
  const goal =
    arrived() + minMessages + Math.floor(Math.random() * (maxMessages - minMessages + 1));
  const deadline = Date.now() + STILL_MS;
  while (arrived() < goal && Date.now() < deadline) await pause(POLL_MS);
  await pause(Math.random() * maxLingerMs);
}

/** A person's Lanjutkan for what paused itself because too much went wrong. */
async function goOn(clerk: Clerk, broadcasts: readonly string[]): Promise<void> {
  for (const id of broadcasts) {
    if ((await clerk.broadcast(id)).status === 'paused') await clerk.resume(id);
  }
}

async function untilFinished(clerk: Clerk, broadcasts: readonly string[]): Promise<void> {
  const deadline = Date.now() + END_LIMIT_MS;
  for (const id of broadcasts) {
    while ((await clerk.broadcast(id)).status !== 'finished') {
      if (Date.now() > deadline) throw new Error('Sending did not come to its end');
      await goOn(clerk, [id]);
      await pause(100);
    }
  }
}

interface LedgerEntry {
  readonly phone: string;
  readonly state: RecipientState;
}

function judge(
  journal: readonly string[],
  ledger: readonly LedgerEntry[],
  plan: CampaignPlan,
): CampaignResult {
  const counts: Partial<Record<RecipientState, number>> = {};
  for (const { state } of ledger) counts[state] = (counts[state] ?? 0) + 1;
  const open = ledger.filter(({ state }) => OPEN.includes(state)).length;
  const missing = plan.recipients - new Set(ledger.map(({ phone }) => phone)).size;
  const numbers = new Set(journal).size;
  const saidToHaveArrived = ledger.filter(({ state }) => ARRIVED.includes(state)).length;
  return {
    kills: plan.kills,
    recipients: plan.recipients,
    handovers: journal.length,
    duplicates: journal.length - numbers,
    lost: open + Math.abs(missing) + Math.max(0, saidToHaveArrived - numbers),
    unknown: counts.unknown ?? 0,
    counts,
  };
}

/** The mark of each number that a message arrived for, in order. */
function readJournal(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => (JSON.parse(line) as { address: string }).address);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
