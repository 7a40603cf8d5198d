/**
 * `npm run bench:lanes [-- sqlite | mariadb]`: messages a second through an engine that does nothing, with the
 * full ledger (claim, attempt, counters, outcome, news), at 1 and 50 lanes, on SQLite and on the MariaDB that
 * `npm test` finds. Beside it two floors of the same driver, bare: the two durable single-row updates that
 * at-most-once costs at least, and the same two commits with the row of the attempt in each, which the
 * history of attempts costs at least. All alternate in short rounds, since other work on the machine
 * disturbs any of them; a ratio is the median of the rounds' ratios.
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
  { lanes: 1, messages: 2_000 },
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
  const runners = [
    await LanesCandidate.open(database, lanes),
    await LanesFloor.open(database, lanes),
    await LanesFloor.open(database, lanes, true),
  ];
  const rounds: number[][] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const rates: number[] = [];
    for (const runner of runners) {
      await runner.prepare(messages);
      rates.push(messages / (await seconds(() => runner.send())));
    }
    if (round >= WARM_UP) rounds.push(rates);
  }
  for (const runner of runners) await runner.close();
  const rate = (of: number) => median(rounds.map((rates) => rates[of] ?? Number.NaN));
  const ratio = (floor: number) => {
    const value = median(
      rounds.map(([ours = Number.NaN, ...floors]) => ours / (floors[floor] ?? 0)),
    );
    return `${value.toFixed(2)}${value >= TARGET ? '' : ` (below ${TARGET.toFixed(1)})`}`;
  };
  print([
    database.name,
    String(lanes),
    ...[rate(0), rate(1)].map((value) => value.toFixed(0)),
    ratio(0),
    rate(2).toFixed(0),
    ratio(1),
  ]);
}

const print = (cells: readonly string[]): void => {
  const widths = [34, 7, 12, 9, 18, 15, 0];
  console.log(cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(''));
};

print(['database', 'lanes', 'messages/s', 'floor/s', 'ratio', '+ attempts/s', 'ratio']);
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
