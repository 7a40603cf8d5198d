import { seededDraws } from '../../../src/modules/device/infrastructure/gateways/practice/seeded-draws.js';
import type { Clerk } from '../clerk.js';
import { fictionalNumbers } from '../fictional-numbers.js';
import { readHandovers } from '../handover-journal.js';
import { judge } from '../verdict.js';
import type { Verdict } from '../verdict.js';
import { FAULTS, Faults } from './faults.js';
import type { FaultKind, FaultTimes } from './faults.js';
import { LiveEar } from './live-ear.js';
import { Site } from './site.js';
import { claimsAfterWaking, takeovers } from './takeovers.js';

/** How hard the campaign is. */
export interface ProductionPlan {
  readonly seed: string;
  readonly recipients: number;
  readonly devices: number;
  readonly kills: number;
  readonly times: FaultTimes;
  /** How long it may take from the last fault to the end, in milliseconds. */
  readonly patience: number;
}

/** What happened, and what the journal and the ledger say when everything has come to rest. */
export interface ProductionResult extends Verdict {
  readonly handovers: number;
  readonly wrongSums: number;
  /** At most so many messages were in flight at all faults together. */
  readonly inFlightAtFaults: number;
  /** Until the devices of a killed or frozen worker claimed again, in milliseconds. */
  readonly takeovers: readonly number[];
  readonly claimsAfterWaking: number;
  /** Messages that were in flight when their worker was frozen and arrived after it was woken. */
  readonly arrivedAfterWaking: number;
  /** Last words of processes that ended without having been told to. */
  readonly endsByThemselves: readonly string[];
  /** Runs that needed a person's Lanjutkan. */
  readonly pauses: number;
  /** For each web process: whether its live stream showed every broadcast as finished. */
  readonly shownFinished: readonly boolean[];
  readonly seconds: number;
}

const POLL_MS = 100;

/**
 * Two web processes and three workers on a MariaDB and a Redis of their own, all of them struck while
 * they send; then what the practice network got is compared with what the database says.
 */
export async function runProductionCampaign(
  plan: ProductionPlan,
  say: (line: string) => void = () => undefined,
): Promise<ProductionResult> {
  const draw = seededDraws(plan.seed, 'production');
  const settings = { PRACTICE_PACE_SECONDS: '0', PRACTICE_SEED: plan.seed };
  const site = await Site.open({ webs: 2, workers: 3, settings });
  const began = Date.now();
  const talk = (line: string): void => {
    say(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${line}`);
  };
  const ears: LiveEar[] = [];
  try {
    const clerks = await Promise.all(site.webs.map((web) => site.clerk(web)));
    const [clerk] = clerks;
    if (!clerk) throw new Error('There is no web process');
    const phones = fictionalNumbers(plan.recipients);
    const broadcasts = await prepare(clerk, phones, plan.devices);
    for (const one of clerks) ears.push(new LiveEar(one, broadcasts));
    talk(`${String(plan.devices)} devices linked: ${await spread(site)}`);
    for (const id of broadcasts) await clerk.startSending(id);
    const persons = new Persons(site, clerks);
    const faults = new Faults(site, plan.times, draw, talk);
    const kinds = shuffled(kindsOf(plan.kills), draw);
    for (const [at, kind] of kinds.entries()) {
      const due = (plan.recipients * (at + 1)) / (kinds.length + 2);
      await until(async () => (await site.ledger.done()) >= due, plan.patience, persons);
      talk(`${String(await site.ledger.done())} done, ${String(persons.resumed)} resumed`);
      await faults.strike(kind);
    }
    await faults.over();
    talk('every fault is over');
    const isDone = async () => (await site.ledger.runsIn('finished')).length === plan.devices;
    await until(isDone, plan.patience, persons);
    talk('every broadcast is finished');
    await until(() => ears.every((ear) => ear.showing('finished') === plan.devices), 10_000).catch(
      () => undefined,
    );
    const claims = await site.ledger.claims();
    const handovers = readHandovers(site.dataDir);
    const claimed = new Set(claims.map(({ messageId }) => messageId));
    const recipients = await site.ledger.recipients();
    const own = new Map(claims.map((claim) => [claim.messageId, claim]));
    return {
      ...judge({ handovers, recipients, phones, claimed, seed: plan.seed }),
      handovers: handovers.length,
      wrongSums: await site.ledger.wrongSums(),
      inFlightAtFaults: faults.blows.reduce((sum, { inFlight }) => sum + inFlight, 0),
      takeovers: takeovers(faults.blows, claims),
      claimsAfterWaking: claimsAfterWaking(faults.sleeps, claims),
      arrivedAfterWaking: faults.sleeps.reduce(
        (sum, sleep) =>
          sum +
          handovers.filter(({ messageId, at }) => {
            const claim = own.get(messageId);
            return claim && sleep.devices.includes(claim.deviceId)
              ? claim.at <= sleep.from && at >= sleep.until
              : false;
          }).length,
        0,
      ),
      endsByThemselves: site.members.flatMap(({ server }) => server.endsByItself),
      pauses: persons.resumed,
      shownFinished: ears.map((ear) => ear.showing('finished') === plan.devices),
      seconds: (Date.now() - began) / 1_000,
    };
  } catch (error) {
    say(site.output.slice(-20_000));
    throw error;
  } finally {
    for (const ear of ears) ear.close();
    await site.close();
  }
}

/** People who press Lanjutkan where sending paused itself. */
class Persons {
  resumed = 0;

  constructor(
    private readonly site: Site,
    private readonly clerks: readonly Clerk[],
  ) {}

  async goOn(): Promise<void> {
    for (const id of await this.site.ledger.runsIn('paused')) {
      for (const clerk of this.clerks) {
        const done = await clerk.resume(id).then(
          () => true,
          () => false,
        );
        if (!done) continue;
        this.resumed += 1;
        break;
      }
    }
  }
}

/** One device, one list and one confirmed broadcast for each share of the recipients. */
async function prepare(clerk: Clerk, phones: readonly string[], devices: number) {
  const shares = Array.from({ length: devices }, (_, device) => ({
    name: `Latihan ${String(device + 1)}`,
    number: `0813-0000-00${String(device).padStart(2, '0')}`,
    lines: phones
      .filter((_, index) => index % devices === device)
      .map((phone) => `${phone}|Pasien ${phone.slice(-4)}`),
  }));
  return Promise.all(
    shares.map(async ({ name, number, lines }) => {
      const deviceId = await clerk.linkedDevice(name, number);
      return (await clerk.confirmedBroadcast(deviceId, lines)).id;
    }),
  );
}

/** Each fault once, and the kills. */
const kindsOf = (kills: number): FaultKind[] => [
  ...FAULTS.filter((kind) => kind !== 'kill'),
  ...Array.from({ length: kills }, (): FaultKind => 'kill'),
];

function shuffled<T>(all: readonly T[], draw: () => number): T[] {
  return all
    .map((one) => ({ one, key: draw() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

async function spread(site: Site): Promise<string> {
  const held = [...(await site.ledger.holds()).values()].map((devices) => devices.length);
  return `${held.sort((a, b) => b - a).join(' + ')} over ${String(site.workers.length)} workers`;
}

async function until(
  holds: () => Promise<boolean> | boolean,
  patience: number,
  persons?: Persons,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await persons?.goOn();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
