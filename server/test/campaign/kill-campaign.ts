import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/own/free-port.js';
import { Clerk } from './clerk.js';
import { readHandovers } from './handover-journal.js';
import { MOMENTS, waitFor } from './kill-moments.js';
import type { Moment } from './kill-moments.js';
import { LedgerWatch } from './ledger-watch.js';
import { fictionalNumbers } from './fictional-numbers.js';
import { ServerProcess } from './server-process.js';
import { judge } from './verdict.js';
import type { Verdict } from './verdict.js';

/** How hard the campaign is. */
export interface CampaignPlan {
  readonly recipients: number;
  readonly kills: number;
  /** Devices that send at the same time; the recipients are dealt out to them. */
  readonly devices: number;
}

/** What happened, and what the journal and the ledger say when everything has come to rest. */
export interface CampaignResult extends Verdict {
  readonly recipients: number;
  /** Kills by the moment that they met. */
  readonly kills: Readonly<Record<Moment, number>>;
  readonly handovers: number;
  /** Runs whose counters do not add up. */
  readonly wrongSums: number;
}

const ADMIN = { username: 'admin', password: 'uji-henti-paksa-1' } as const;
const SEED = 'uji-henti-paksa';
const END_LIMIT_MS = 120_000;

/**
 * Sends to `recipients` while the server is killed (SIGKILL) `kills` times, at each of `MOMENTS` in turn,
 * lets it finish, and compares its ledger with the journal of the practice network: a file outside of
 * the server's database, to which a line is added for each message that arrives. `say` is told how it goes.
 */
export async function runKillCampaign(
  plan: CampaignPlan,
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
    PRACTICE_SEED: SEED,
    WHATSAPP_ENGINES: 'practice',
  });
  const phones = fictionalNumbers(plan.recipients);
  try {
    await server.start();
    const clerk = new Clerk(server.url);
    await clerk.logIn(ADMIN.username, ADMIN.password);
    const broadcasts = await prepare(clerk, phones, plan.devices);
    for (const id of broadcasts) await clerk.startSending(id);
    const kills = await killAgainAndAgain({ server, clerk, broadcasts, dataDir, plan, say });
    await untilFinished(clerk, broadcasts);
    await server.end('SIGTERM');
    const ledger = new LedgerWatch(dataDir);
    const handovers = readHandovers(dataDir);
    const evidence = { recipients: ledger.recipients(), claimed: ledger.claimed(), seed: SEED };
    const verdict = judge({ ...evidence, handovers, phones });
    const wrongSums = ledger.wrongSums();
    ledger.close();
    return {
      ...verdict,
      recipients: plan.recipients,
      kills,
      handovers: handovers.length,
      wrongSums,
    };
  } finally {
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Campaign {
  readonly server: ServerProcess;
  readonly clerk: Clerk;
  readonly broadcasts: readonly string[];
  readonly dataDir: string;
  readonly plan: CampaignPlan;
  readonly say: (line: string) => void;
}

async function killAgainAndAgain(campaign: Campaign): Promise<Record<Moment, number>> {
  const { server, clerk, broadcasts, dataDir, plan, say } = campaign;
  const kills: Record<Moment, number> = { random: 0, claimed: 0, 'handed-over': 0, recorded: 0 };
  const arrived = () => new Set(readHandovers(dataDir).map(({ messageId }) => messageId));
  for (let kill = 1; kill <= plan.kills; kill++) {
    const moment = MOMENTS[kill % MOMENTS.length] ?? 'random';
    const ledger = new LedgerWatch(dataDir);
    const met = await waitFor(moment, { ledger, arrived });
    await server.end('SIGKILL');
    ledger.close();
    if (!met) throw new Error(`Nothing was sent any more before kill ${String(kill)}`);
    kills[moment] += 1;
    say(`kill ${String(kill)} of ${String(plan.kills)}: ${moment}, ${String(arrived().size)} sent`);
    await server.start();
    await goOn(clerk, broadcasts);
  }
  return kills;
}

/** One device, one list and one confirmed broadcast for each share of the recipients. */
async function prepare(clerk: Clerk, phones: readonly string[], devices: number) {
  const ids: string[] = [];
  for (let device = 0; device < devices; device++) {
    const number = `0813-0000-000${String(device)}`;
    const deviceId = await clerk.linkedDevice(`Latihan ${String(device)}`, number);
    const share = phones.filter((_, index) => index % devices === device);
    const lines = share.map((phone) => `${phone}|Pasien ${phone.slice(-4)}`);
    ids.push((await clerk.confirmedBroadcast(deviceId, lines)).id);
  }
  return ids;
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
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
