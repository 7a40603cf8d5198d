/**
 * `npm run bench:lanes [-- sqlite | mariadb]`: messages a second through an engine that does nothing, with the
 * full ledger (claim, attempt, counters, outcome, news), at 1 and 50 lanes, on SQLite and on the MariaDB that
 * `npm test` finds. Beside it the floor: the same driver, bare, with the two durable single-row updates that
 * at-most-once costs at least. Both alternate in short rounds, since other work on the machine disturbs
 * either; the ratio is the median of the rounds' ratios.
 */
import { LanesCandidate } from './lanes-candidate.js';
import { LanesFloor } from './lanes-floor.js';
import { openBenchDatabase } from './lanes-database.js';
import type { BenchDatabase } from './lanes-database.js';

const ROUNDS = 9;

/** Rounds before those: until then the compiler still works on the code. */
const WARM_UP = 3;

/** Lanes at the same time, and messages of one round: about a second at one lane, runs long enough at 50. */
const SHAPES = [
  { lanes: 1, messages: 1_000 },
  { lanes: 50, messages: 3_000 },
];

/** What the product promises itself: two commits are the physics, the rest may take this much of them. */
const TARGET = 0.7;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Seconds that `work` takes. */
async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

async function measure(database: BenchDatabase, shape: (typeof SHAPES)[number]): Promise<void> {
  const { lanes, messages } = shape;
  const floor = await LanesFloor.open(database, lanes);
  const candidate = await LanesCandidate.open(database, lanes);
  const rounds: { readonly floor: number; readonly candidate: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    await floor.prepare(messages);
    await candidate.prepare(messages);
    const floorRate = messages / (await seconds(() => floor.send()));
    const candidateRate = messages / (await seconds(() => candidate.send()));
    if (round >= WARM_UP) rounds.push({ floor: floorRate, candidate: candidateRate });
  }
  await candidate.close();
  await floor.close();
  const ratio = median(rounds.map((round) => round.candidate / round.floor));
  print([
    database.name,
    String(lanes),
    median(rounds.map((round) => round.candidate)).toFixed(0),
    median(rounds.map((round) => round.floor)).toFixed(0),
    `${ratio.toFixed(2)}${ratio >= TARGET ? '' : ` (below ${TARGET.toFixed(1)})`}`,
  ]);
}

const print = (cells: readonly string[]): void => {
  const widths = [36, 7, 12, 12, 0];
  console.log(cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(''));
};

print(['database', 'lanes', 'messages/s', 'floor/s', 'ratio (median of rounds)']);
const wanted = process.argv.slice(2);
for (const kind of ['sqlite', 'mariadb'] as const) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  const database = await openBenchDatabase(kind);
  if (!database) {
    console.log('MariaDB: not measured (there is none)');
    continue;
  }
  for (const shape of SHAPES) await measure(database, shape);
  await database.close();
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
