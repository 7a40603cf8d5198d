/**
 * `npm run bench:import [-- sqlite | mariadb]`: a list of 100,000 patients, written as Excel does, from the
 * upload to stored recipients, on SQLite and on the MariaDB that `npm test` finds. Beside it the floor F, measured in the
 * same run: unpack + SAX parse + libphonenumber + multi-row insert of the bare driver, one after the
 * other. Both alternate, since other work on the machine disturbs either; the ratio is the median of the
 * rounds' ratios. Memory is the peak of the server and of the reading process, at 10,000 and at 100,000
 * rows; lag is the longest time for which the server had no turn for anything else, beside that of a
 * process that did nothing meanwhile, which is the machine's own.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { openMariaDb, openSqlite } from '../../src/platform/database/testing/test-database.js';
import type { Floor } from './import-floor.js';
import type { ProductRun } from './import-product.js';
import type { Step } from './import-step.js';

const ROWS = 100_000;
const FEW_ROWS = 10_000;
const ROUNDS = 3;

/** What the product promises itself. */
const TARGET = { ratio: 1.5, lagMs: 100 } as const;

const STEP = fileURLToPath(new URL('./import-step.js', import.meta.url));

/** An empty database with the product's schema, and its end. */
interface Emptied {
  readonly location: DatabaseLocation;
  readonly close: () => Promise<void>;
}

/** A step that is running. */
interface Running<T> {
  readonly child: ChildProcess;
  readonly result: Promise<T>;
}

function startStep<T>(step: Step): Running<T> {
  const child = fork(STEP);
  const answers: T[] = [];
  child.once('message', (message) => {
    answers.push((message as { result: T }).result);
  });
  child.send(step);
  const result = once(child, 'exit').then(() => {
    if (answers.length === 0) throw new Error(`The step "${step.kind}" failed`);
    return answers[0] as T;
  });
  return { child, result };
}

async function emptyDatabase(kind: 'SQLite' | 'MariaDB', folder: string): Promise<Emptied> {
  if (kind === 'SQLite') {
    const file = join(folder, 'prima.db');
    await (await openSqlite([], file)).close();
    return { location: { kind: 'sqlite', file }, close: () => Promise.resolve() };
  }
  const serverUrl = process.env.TEST_DATABASE_URL ?? '';
  const opened = await openMariaDb([], serverUrl);
  const url = new URL(serverUrl);
  const [row] = await opened.database.dataSource.query<{ name: string }[]>(
    'SELECT DATABASE() AS name',
  );
  url.pathname = `/${row?.name ?? ''}`;
  return { location: { kind: 'mysql', url: url.href }, close: opened.close };
}

/** Runs one step on an empty database in an empty folder. */
async function onEmptyDatabase<T>(
  database: 'SQLite' | 'MariaDB',
  kind: 'floor' | 'product',
  sheet: { readonly file: string; readonly rows: number },
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'prima-bench-'));
  mkdirSync(join(folder, 'uploads'));
  const { location, close } = await emptyDatabase(database, folder);
  try {
    return await startStep<T>({ kind, ...sheet, location, folder }).result;
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

/** One alternation of floor and product. */
interface Round {
  readonly floor: Floor;
  readonly product: ProductRun;
  /** Worst lag of a process that did nothing while the product worked. */
  readonly idleLagMs: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const floorOf = ({ parse, phones, insert }: Floor): number => parse + phones + insert;
const timeOf = ({ inspect, read }: ProductRun): number => inspect.seconds + read.seconds;
const lagOf = ({ inspect, read }: ProductRun): number =>
  Math.max(inspect.worstLagMs, read.worstLagMs);
const seconds = (value: number): string => `${value.toFixed(2)} s`;
const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED');

async function measure(
  database: 'SQLite' | 'MariaDB',
  many: { readonly file: string; readonly rows: number },
  few: { readonly file: string; readonly rows: number },
): Promise<void> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await onEmptyDatabase<Floor>(database, 'floor', many);
    const witness = startStep<number>({ kind: 'witness' });
    const product = await onEmptyDatabase<ProductRun>(database, 'product', many);
    witness.child.send('stop');
    rounds.push({ floor, product, idleLagMs: await witness.result });
  }
  const small = await onEmptyDatabase<ProductRun>(database, 'product', few);
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const ratio = of(({ floor, product }) => timeOf(product) / floorOf(floor));
  const lag = of(({ product }) => lagOf(product));
  const time = of(({ product }) => timeOf(product));
  console.log(
    `\n${database}, ${ROWS.toLocaleString('en')} rows, median of ${String(ROUNDS)} rounds`,
  );
  console.log(
    `  product  ${seconds(time)}  (looking into the file ${seconds(of((r) => r.product.inspect.seconds))}` +
      `, reading and storing ${seconds(of((r) => r.product.read.seconds))}), ${(ROWS / time).toFixed(0)} rows/s`,
  );
  console.log(
    `  floor F  ${seconds(of((r) => floorOf(r.floor)))}  (unpack and parse ${seconds(of((r) => r.floor.parse))}` +
      `, libphonenumber ${seconds(of((r) => r.floor.phones))}, insert ${seconds(of((r) => r.floor.insert))})`,
  );
  console.log(
    `  ratio    ${ratio.toFixed(2)} F  (target ${String(TARGET.ratio)}: ${verdict(ratio <= TARGET.ratio)})`,
  );
  console.log(
    `  lag      ${lag.toFixed(0)} ms at worst, ${of((r) => r.idleLagMs).toFixed(0)} ms in a process that did nothing meanwhile` +
      `  (target ${String(TARGET.lagMs)}: ${verdict(lag <= TARGET.lagMs)})`,
  );
  const large = rounds.map(({ product }) => product.memoryMb);
  const server = median(large.map((memory) => memory.server));
  const reader = median(large.map((memory) => memory.reader));
  console.log(
    `  memory   server ${small.memoryMb.server.toFixed(0)} → ${server.toFixed(0)} MB` +
      ` (idle ${small.memoryMb.idle.toFixed(0)}), reading process ${small.memoryMb.reader.toFixed(0)} → ${reader.toFixed(0)} MB` +
      `, from ${FEW_ROWS.toLocaleString('en')} to ${ROWS.toLocaleString('en')} rows`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'prima-bench-'));
const many = { file: join(folder, 'many.xlsx'), rows: ROWS };
const few = { file: join(folder, 'few.xlsx'), rows: FEW_ROWS };
for (const sheet of [many, few]) await startStep({ kind: 'workbook', ...sheet }).result;
console.log(
  `${ROWS.toLocaleString('en')} rows: ${(statSync(many.file).size / 1e6).toFixed(1)} MB of .xlsx with a shared table of texts`,
);
const wanted = process.argv.slice(2);
const wants = (database: string): boolean => wanted.length === 0 || wanted.includes(database);
if (wants('sqlite')) await measure('SQLite', many, few);
if (!wants('mariadb')) console.log('\nMariaDB: not asked for');
else if (process.env.TEST_DATABASE_URL) await measure('MariaDB', many, few);
else console.log('\nMariaDB: not measured (there is none)');
rmSync(folder, { recursive: true });
