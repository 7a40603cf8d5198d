import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadBatch } from '../application/ports/sheet-reader.js';
import type { FromChild } from './import-messages.js';
import { ImportProcess, type ImportProcessSettings } from './import-process.js';
import { DEFAULT_READING_LIMITS } from './sheet/reading-limits.js';

const SERVER = join(import.meta.dirname, '../../../..');
const FIXTURE = join(SERVER, 'test/fixtures/sheets/libreoffice.xlsx');
const CHOICE = { headerRow: 1, phone: 0, name: null };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A reader whose child runs from its TypeScript source. */
function reader(settings: Partial<ImportProcessSettings> = {}): ImportProcess {
  return new ImportProcess({
    entry: join(import.meta.dirname, 'import-child.ts'),
    execArgv: ['--import', join(SERVER, 'test/ts-entry.mjs')],
    ...settings,
  });
}

/** A reader whose child runs this code instead; `send` says a message. */
async function impostor(
  code: string,
  settings: Partial<ImportProcessSettings> = {},
): Promise<ImportProcess> {
  const entry = join(folder, 'impostor.mjs');
  await writeFile(entry, `const send = (m) => process.send(m);\n${code}`);
  return new ImportProcess({ entry, ...settings });
}

/** A list with this many different numbers. */
async function listOf(count: number): Promise<string> {
  const file = join(folder, `${count}.csv`);
  const numbers = Array.from({ length: count }, (_, n) => `0812${String(n).padStart(8, '0')}`);
  await writeFile(file, `Nomor WA\n${numbers.join('\n')}`);
  return file;
}

const BATCH = `{ type: 'batch', batch: { accepted: [], rejected: [], duplicates: [], rowsRead: 1 } }`;
const DONE = `{ type: 'done', result: { rowsRead: 0 } }`;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('ImportProcess', () => {
  it('previews and reads in another process', async () => {
    const { suggestion, headerRow } = await reader().preview(FIXTURE);
    expect({ suggestion, headerRow }).toEqual({ suggestion: { phone: 1, name: 0 }, headerRow: 1 });
    const batches: ReadBatch[] = [];
    const columns = { headerRow: 1, phone: 1, name: 0 };
    const summary = await reader().read(FIXTURE, columns, async (batch) => {
      await turn();
      batches.push(batch);
    });
    expect(summary).toMatchObject({ rowsRead: 5, accepted: 4, rejected: 1, duplicates: 0 });
    expect(batches[0]?.accepted[0]).toEqual({
      rowNumber: 2,
      phone: '+6281200000001',
      name: 'Sari Contoh',
      variables: { tanggal_kontrol: '01/11/2026', poli: 'Anak' },
    });
  });

  it('hands on batches of a thousand, one after the other, in their order', async () => {
    const file = await listOf(5_500);
    const rows: number[] = [];
    let storing = 0;
    const sizes: number[] = [];
    await reader().read(file, CHOICE, async ({ accepted, rowsRead }) => {
      storing += 1;
      expect(storing).toBe(1);
      await turn();
      rows.push(...accepted.map(({ rowNumber }) => rowNumber));
      sizes.push(rowsRead);
      storing -= 1;
    });
    expect(sizes).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 500]);
    expect(rows).toEqual(Array.from({ length: 5_500 }, (_, n) => n + 2));
  });

  it('gets the whole of an answer that is too long to be sent at once', async () => {
    const cell = 'x'.repeat(200);
    const row = Array.from({ length: 256 }, () => cell).join(',');
    const file = join(folder, 'wide.csv');
    await writeFile(file, Array.from({ length: 20 }, () => row).join('\n'));
    const { firstRows } = await reader().preview(file);
    expect(firstRows.flat().join('')).toHaveLength(20 * 256 * 200);
  });

  it('passes on why a file is refused', async () => {
    const file = join(SERVER, 'test/fixtures/sheets/libreoffice.xls');
    await expect(reader().preview(file)).rejects.toMatchObject({ code: 'old-excel' });
  });

  it('lets the child read no other file, nor write, nor start processes, nor see the environment', async () => {
    await writeFile(join(folder, 'secret'), 'a key');
    const guarded = await impostor(`
      import { readFileSync, writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      const attempt = (work) => { try { work(); return 'done'; } catch (error) { return error.code; } };
      const found = [
        attempt(() => writeFileSync(${JSON.stringify(join(folder, 'x'))}, 'x')),
        attempt(() => spawnSync('true')),
        attempt(() => readFileSync(${JSON.stringify(join(folder, 'secret'))})),
        String(process.env.PATH),
      ];
      process.on('message', () => send({ type: 'preview', result: { firstRows: [found], columns: [] } }));
    `);
    const { firstRows } = await guarded.preview(FIXTURE);
    expect(firstRows).toEqual([[...Array<string>(3).fill('ERR_ACCESS_DENIED'), 'undefined']]);
  });

  it('is not sent more than two batches that are not stored yet', async () => {
    const args = ['--import', join(SERVER, 'test/ts-entry.mjs')];
    const child = fork(join(import.meta.dirname, 'import-child.ts'), { execArgv: args });
    const heard: string[] = [];
    const batches = new Promise<void>((resolve) => {
      child.on('message', ({ type }: FromChild) => {
        heard.push(type);
        if (heard.length === 2) resolve();
        // From here on the rest is wanted.
        if (heard.length > 2 && type === 'batch') child.send({ type: 'stored' }, () => undefined);
      });
    });
    const file = await listOf(9_000);
    child.send({
      type: 'job',
      job: { mode: 'read', file, columns: CHOICE, limits: DEFAULT_READING_LIMITS },
    });
    await batches;
    // That nothing comes cannot be awaited; unhindered, the rest would take some 50 ms.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(heard).toEqual(['batch', 'batch']);
    child.send({ type: 'stored' });
    child.send({ type: 'stored' });
    await once(child, 'exit');
    expect(heard).toEqual([...Array.from({ length: 9 }, () => 'batch'), 'done']);
  });
});

describe('a child that fails', () => {
  it('by dying of what it reads: reader-crashed, with its last words', async () => {
    const dying = await impostor(
      `process.on('message', () => { const all = []; for (;;) all.push(new Array(1e6).fill({})); });`,
      { heapMb: 32 },
    );
    const error = await dying.preview(FIXTURE).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'reader-crashed' });
    expect(String((error as Error).cause)).toMatch(/heap/);
  });

  it('by ending without an answer: reader-crashed', async () => {
    const silent = await impostor(`process.on('message', () => process.exit(0));`);
    await expect(silent.preview(FIXTURE)).rejects.toMatchObject({ code: 'reader-crashed' });
  });

  it('by a file that is not there: reader-crashed', async () => {
    await expect(reader().preview(join(folder, 'none'))).rejects.toMatchObject({
      code: 'reader-crashed',
    });
  });

  it('by working on and on in silence: reader-timeout', async () => {
    const hanging = await impostor(`process.on('message', () => {});`, { workMs: 1_000 });
    await expect(hanging.preview(FIXTURE)).rejects.toMatchObject({
      code: 'reader-timeout',
      params: { seconds: 1 },
    });
  });

  it('by never ending: reader-timeout, however much it says', async () => {
    const endless = await impostor(
      `process.on('message', () => send(${BATCH}));`, // a batch for every one that was stored
      { workMs: 60_000, totalMs: 1_000 },
    );
    await expect(endless.read(FIXTURE, CHOICE, turn)).rejects.toMatchObject({
      code: 'reader-timeout',
    });
  });

  it('is not counted as working while its batch is being stored', async () => {
    const patient = await impostor(
      `process.on('message', ({ type }) => send(type === 'job' ? ${BATCH} : ${DONE}));`,
      { workMs: 700 },
    );
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000));
    await expect(patient.read(FIXTURE, CHOICE, slow)).resolves.toEqual({ rowsRead: 0 });
  });
});

describe('a caller who gives up', () => {
  it('by failing to store: the reading stops, and nothing more is handed on', async () => {
    let handed = 0;
    const reading = reader().read(await listOf(10_000), CHOICE, async () => {
      handed += 1;
      // Long enough for the next batch to arrive.
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw new Error('disk full');
    });
    await expect(reading).rejects.toThrow('disk full');
    expect(handed).toBe(1);
  });

  it('by aborting: waits for the batch that is being stored, then rejects with the reason', async () => {
    const abort = new AbortController();
    let stored = false;
    const reading = reader().read(
      await listOf(10_000),
      CHOICE,
      async () => {
        abort.abort(new Error('gone'));
        // Longer than it takes to end the child.
        await new Promise((resolve) => setTimeout(resolve, 300));
        stored = true;
      },
      { signal: abort.signal },
    );
    await expect(reading).rejects.toThrow('gone');
    expect(stored).toBe(true);
  });

  it('before it began', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(reader().preview(FIXTURE, { signal })).rejects.toThrow('gone');
  });
});

describe('many files at once', () => {
  it('run at most as many children as allowed; waiters keep their order or give up', async () => {
    const one = await impostor(
      `process.on('message', ({ type }) => send(type === 'job' ? ${BATCH} : ${DONE}));`,
      { maxChildren: 1 },
    );
    let running = 0;
    const order: string[] = [];
    const read = (name: string, signal?: AbortSignal) =>
      one.read(
        FIXTURE,
        CHOICE,
        async () => {
          running += 1;
          expect(running).toBe(1);
          order.push(name);
          await turn();
          running -= 1;
        },
        { signal },
      );
    const abort = new AbortController();
    const first = read('first');
    const second = read('second', abort.signal);
    const third = read('third');
    abort.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await Promise.all([first, third]);
    await read('fourth');
    expect(order).toEqual(['first', 'third', 'fourth']);
  });
});
