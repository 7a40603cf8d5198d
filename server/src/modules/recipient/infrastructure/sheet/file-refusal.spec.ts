import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECEPTIVE_FILES } from '../../../../../test/fixtures/make-deceptive.js';
import { HOSTILE_FILES } from '../../../../../test/fixtures/make-hostile.js';
import { IMPOSSIBLE_FILES } from '../../../../../test/fixtures/make-impossible.js';
import {
  makeWorkbook,
  PARTS,
  sheetXml,
  textRow,
} from '../../../../../test/fixtures/make-workbook.js';
import { noise } from '../../../../../test/fixtures/patch-zip.js';
import { FileRefused } from '../../domain/file-refusal.js';
import { previewSheet, readSheet } from '../sheet-reading.js';
import { DEFAULT_READING_LIMITS } from './reading-limits.js';

const FIXTURES = join(import.meta.dirname, '../../../../../test/fixtures/sheets');
const CHOICE = { headerRow: 1, phone: 0, name: null };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-hostile-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function store(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'upload');
  await writeFile(file, bytes);
  return file;
}

async function refusalOf(work: Promise<unknown>): Promise<FileRefused> {
  const error = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof FileRefused) return error;
  throw error;
}

describe('a harmful or impossible file is refused by name', () => {
  it.each(Object.entries({ ...HOSTILE_FILES, ...IMPOSSIBLE_FILES }))('%s', async (_what, make) => {
    const { bytes, code, params = {} } = make();
    const file = await store(bytes);
    const refusal = await refusalOf(previewSheet(file, DEFAULT_READING_LIMITS));
    expect(refusal).toMatchObject({ code, params });
  });

  it.each([
    ['libreoffice.xls', 'old-excel', {}],
    ['libreoffice.ods', 'not-a-spreadsheet', { found: 'ods' }],
    ['libreoffice.fods', 'not-a-spreadsheet', { found: 'xml' }],
  ])('%s', async (name, code, params) => {
    const refusal = await refusalOf(previewSheet(join(FIXTURES, name), DEFAULT_READING_LIMITS));
    expect(refusal).toMatchObject({ code, params });
  });

  it('what unpacks to more than is allowed, also when each part is small enough', async () => {
    const rows = (seed: number) => textRow(1, 'Nomor WA') + textRow(2, `${seed}${noise(30_000)}`);
    const file = await store(
      makeWorkbook({ [PARTS.sheet]: sheetXml(rows(1)), [PARTS.strings]: sheetXml(rows(2)) }),
    );
    const limits = { ...DEFAULT_READING_LIMITS, maxUnpackedBytes: 50_000 };
    expect(await refusalOf(readSheet(file, CHOICE, limits, () => undefined))).toMatchObject({
      code: 'too-large',
      params: { limit: 50_000 },
    });
  });

  it.each(['xlsx', 'csv'])(
    'more rows than allowed in .%s, blank ones not counted',
    async (kind) => {
      const numbers = ['Nomor WA', '', '081200000001', '', '081200000002'];
      const sheet = numbers.map((text, n) => textRow(n + 1, text)).join('');
      const bytes =
        kind === 'xlsx'
          ? makeWorkbook({ [PARTS.sheet]: sheetXml(sheet) })
          : Buffer.from(numbers.join('\n'));
      const file = await store(bytes);
      const read = (maxRows: number) =>
        readSheet(file, CHOICE, { ...DEFAULT_READING_LIMITS, maxRows }, () => undefined);
      expect(await read(2)).toMatchObject({ rowsRead: 2, accepted: 2 });
      expect(await refusalOf(read(1))).toMatchObject({
        code: 'too-many-rows',
        params: { limit: 1 },
      });
    },
  );
});

describe('a file that drowns or deceives other readers is read like any other', () => {
  it.each(Object.entries(DECEPTIVE_FILES))('%s', async (_what, make) => {
    const { bytes, accepted, rejected } = make();
    const file = await store(bytes);
    const preview = await previewSheet(file, DEFAULT_READING_LIMITS);
    // It is stored: a column of type `text` holds 65,535 bytes.
    expect((preview.sheetName ?? '').length).toBeLessThanOrEqual(100);
    const { suggestion, headerRow } = preview;
    const choice = { headerRow, phone: suggestion.phone ?? 0, name: null };
    const summary = await readSheet(file, choice, DEFAULT_READING_LIMITS, () => undefined);
    expect(summary).toMatchObject({ accepted, rejected });
    const { rowsRead, duplicates } = summary;
    expect(rowsRead).toBe(accepted + rejected + duplicates);
  });

  it('columns nobody can choose are left out', async () => {
    const bytes = DECEPTIVE_FILES['a cell at the far end of the sheet']?.().bytes;
    const { columns } = await previewSheet(
      await store(bytes ?? Buffer.alloc(0)),
      DEFAULT_READING_LIMITS,
    );
    expect(columns.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('headers named like the inside of JavaScript objects', async () => {
    const sheet =
      textRow(1, 'Nomor WA', '__proto__', 'constructor', 'toString') +
      textRow(2, '081200000001', 'a', 'b', 'c');
    const file = await store(makeWorkbook({ [PARTS.sheet]: sheetXml(sheet) }));
    const values: unknown[] = [];
    await readSheet(file, CHOICE, DEFAULT_READING_LIMITS, ({ accepted }) => {
      values.push(...accepted.map(({ variables }) => ({ ...variables })));
    });
    expect(values).toEqual([{ proto: 'a', constructor_2: 'b', tostring: 'c' }]);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
