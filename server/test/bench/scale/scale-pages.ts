import { readBy } from '../../../src/platform/database/read-by.js';
import { importIdOf } from '../lanes-ids.js';
import { percentile, printRow } from '../figures.js';
import { freePort } from '../../support/own/free-port.js';
import { TestClient } from '../../support/test-client.js';
import { ServerProcess } from '../../campaign/server-process.js';
import type { ScaleHouse } from './scale-house.js';
import { addBroadcast, addDevices, phoneOf } from './scale-lists.js';

/** Recipients of a page. */
const PAGE = 50;

/** Rounds before those that count: until then the compiler works on the code. */
const WARM_UP = 30;

/** Questions without an index to go by are asked in every so many rounds. */
const SCANS_EVERY = 5;

/** A page may cost this much of the list's first one, at most. */
const TARGET = 1.5;

const ADMIN = { username: 'admin', password: 'ukuran-besar-sekali-1' } as const;

const WIDTHS = [9, 10, 30, 9, 9, 9, 7, 8];

/** The columns that the product shows, and one more row to know whether a page follows. */
const COLUMNS =
  'id, row_no, phone, name, variables, state, reason, state_at, attempts, decision, decided_by, decided_at';

/** A page as a person asks for it, and as SQL does. */
interface Question {
  readonly label: string;
  readonly query: Readonly<Record<string, string>>;
  readonly condition: string;
  readonly values: readonly (string | number)[];
  readonly index: Parameters<typeof readBy>[1];
  /** It has no index to go by: asked less often. */
  readonly scans: boolean;
}

/** What the two took for one question, in milliseconds. */
interface Times {
  readonly http: number[];
  readonly raw: number[];
}

/** Prints what pages of lists of these sizes take over HTTP, each beside the bare SQL of the same page. */
export async function measurePages(
  house: ScaleHouse,
  sizes: readonly number[],
  requests: number,
): Promise<void> {
  await addDevices(house, 1);
  const broadcasts = new Map<number, string>();
  for (const [at, recipients] of sizes.entries()) {
    const stateOf = (row: number) => (row % 100 === 0 ? 'failed' : 'sent');
    const wish = { serial: at + 1, device: 0, recipients, run: 'finished', stateOf } as const;
    broadcasts.set(at + 1, await addBroadcast(house, wish));
  }
  await house.run(house.name === 'SQLite' ? 'ANALYZE' : 'ANALYZE TABLE recipients', []);
  const server = new ServerProcess({
    PATH: process.env.PATH ?? '',
    PORT: String(await freePort()),
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    WHATSAPP_ENGINES: 'practice',
    ...house.settings,
  });
  await server.start();
  try {
    const client = new TestClient(server.url);
    await client.post('/api/auth/login', ADMIN);
    for (const [at, recipients] of sizes.entries()) {
      const path = `/api/broadcasts/${broadcasts.get(at + 1) ?? ''}/recipients`;
      await measureList(house, client, { path, serial: at + 1, recipients }, requests);
    }
  } finally {
    await server.end('SIGTERM');
  }
}

/** The heads of the columns. */
export function printPagesHead(): void {
  printRow(WIDTHS, [
    'database',
    'recipients',
    'page',
    'HTTP p50',
    'HTTP p95',
    'SQL p95',
    'ratio',
    '× first',
  ]);
}

interface List {
  readonly path: string;
  readonly serial: number;
  readonly recipients: number;
}

async function measureList(
  house: ScaleHouse,
  client: TestClient,
  list: List,
  requests: number,
): Promise<void> {
  const asked = (await questionsAbout(house, list)).map((question) => ({
    question,
    times: { http: [] as number[], raw: [] as number[] },
  }));
  // In turns, since whatever else the machine does should fall on all of them.
  for (let round = -WARM_UP; round < requests; round++) {
    for (const { question, times } of asked) {
      if (question.scans && round % SCANS_EVERY !== 0) continue;
      await ask(house, client, list, question, round < 0 ? { http: [], raw: [] } : times);
    }
  }
  const first = percentile(asked[0]?.times.http ?? [], 0.95);
  for (const { question, times } of asked) {
    const [p95, bare] = [percentile(times.http, 0.95), percentile(times.raw, 0.95)];
    const late = question.scans || p95 <= first * TARGET ? '' : ` (above ${String(TARGET)})`;
    printRow(WIDTHS, [
      house.name,
      list.recipients.toLocaleString('en'),
      question.label,
      percentile(times.http, 0.5).toFixed(1),
      p95.toFixed(1),
      bare.toFixed(2),
      (p95 / bare).toFixed(1),
      `${(p95 / first).toFixed(2)}${late}`,
    ]);
  }
}

async function ask(
  house: ScaleHouse,
  client: TestClient,
  list: List,
  question: Question,
  times: Times,
): Promise<void> {
  const url = `${list.path}?${new URLSearchParams({ limit: String(PAGE), ...question.query }).toString()}`;
  // By the index that leads there, else MariaDB walks to a page in the middle from the start of the list.
  const index = readBy({ isSqlite: house.name === 'SQLite' }, question.index);
  const sql = `SELECT ${COLUMNS} FROM recipients ${index} WHERE import_id = ? AND ${question.condition} ORDER BY id LIMIT ${String(PAGE + 1)}`;
  const values = [importIdOf(list.serial, 0), ...question.values];
  const began = performance.now();
  const answer = await client.get(url);
  const { items } = (await answer.json()) as { items: { id: number }[] };
  const answered = performance.now();
  const rows = await house.rows<{ id: number }>(sql, values);
  times.raw.push(performance.now() - answered);
  times.http.push(answered - began);
  const expected = rows.slice(0, PAGE).map(({ id }) => id);
  if (items.map(({ id }) => id).join() !== expected.join()) {
    throw new Error(`HTTP and SQL answer differently: ${question.label}`);
  }
}

const BY_NAME = ' AND LOWER(name) LIKE LOWER(?)';

async function questionsAbout(
  house: ScaleHouse,
  { serial, recipients }: List,
): Promise<Question[]> {
  const importId = importIdOf(serial, 0);
  const [span] = await house.rows<{ low: number; high: number }>(
    'SELECT MIN(id) AS low, MAX(id) AS high FROM recipients WHERE import_id = ?',
    [importId],
  );
  const { low = 0, high = 0 } = span ?? {};
  const places = [
    { name: 'first', after: low - 1 },
    { name: 'middle', after: low + Math.floor((high - low) / 2) },
    { name: 'last', after: high - PAGE },
  ];
  const failed = places.map(({ name, after }) => ({
    name,
    after: name === 'last' ? high - PAGE * 100 : after,
  }));
  const number = phoneOf(recipients - 1);
  const part = number.slice(5);
  const list = 'ix_recipients_import';
  const states = 'ix_recipients_import_state';
  const question = (label: string, asked: Partial<Question> & { after?: number }): Question => {
    const { after = low - 1, condition = '', values = [], index = list, scans = false } = asked;
    const query = { ...asked.query, cursor: String(after) };
    return {
      label,
      query,
      condition: `id > ?${condition}`,
      values: [after, ...values],
      index,
      scans,
    };
  };
  const inList = ` AND id <= ${String(high)}`;
  const inState = { condition: " AND state = 'failed'", index: states } as const;
  return [
    ...places.map(({ name, after }) => question(name, { after })),
    ...failed.map(({ name, after }) =>
      question(`failed, ${name}`, { after, query: { state: 'failed' }, ...inState }),
    ),
    question('name of every tenth, first', {
      query: { search: 'siti' },
      condition: BY_NAME,
      values: ['%siti%'],
    }),
    question('name of one', {
      query: { search: 'zulkarnaen' },
      condition: inList + BY_NAME,
      values: ['%zulkarnaen%'],
      index: 'primary',
      scans: true,
    }),
    question('name of nobody, failed', {
      query: { search: 'zul', state: 'failed' },
      condition: inState.condition + BY_NAME,
      values: ['%zul%'],
      index: states,
      scans: true,
    }),
    question('number of one', {
      query: { search: `0${number.slice(3)}` },
      condition: ' AND phone = ?',
      values: [number],
      index: 'uq_recipients_import_phone',
    }),
    question('part of a number of one', {
      query: { search: part },
      condition: `${inList} AND phone LIKE ?`,
      values: [`%${part}%`],
      index: 'primary',
      scans: true,
    }),
  ];
}
