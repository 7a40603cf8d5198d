import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import fc from 'fast-check';
import {
  makeWorkbook,
  PARTS,
  sheetXml,
  stringsXml,
  stylesXml,
} from '../../../../test/fixtures/make-workbook.js';
import { fuzzRuns } from '../../../../test/support/fuzz.js';
import { FileRefused } from '../domain/file-refusal.js';
import { previewSheet, readSheet } from './sheet-reading.js';
import { DEFAULT_READING_LIMITS } from './sheet/reading-limits.js';

const RUNS = fuzzRuns(15);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-fuzz-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What becomes of a file: its sums, or the code of its refusal. Anything else is thrown. */
async function outcomeOf(bytes: Uint8Array) {
  const file = join(folder, 'upload');
  await writeFile(file, bytes);
  try {
    const { headerRow, suggestion } = await previewSheet(file, DEFAULT_READING_LIMITS);
    const columns = { headerRow, phone: suggestion.phone ?? 0, name: suggestion.name };
    const rows: { rowNumber: number; values: (string | null)[] }[] = [];
    const { accepted, rejected, duplicates, rowsRead, variableNames } = await readSheet(
      file,
      columns,
      DEFAULT_READING_LIMITS,
      (batch) => {
        for (const { rowNumber, phone, name, variables } of batch.accepted) {
          rows.push({ rowNumber, values: [phone, name, ...Object.values(variables)] });
        }
      },
    );
    expect(accepted + rejected + duplicates).toBe(rowsRead);
    expect(rows).toHaveLength(accepted);
    return { headerRow, rowsRead, rows, variableNames };
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

const phone = fc.integer({ min: 0, max: 30 }).map((n) => `0812000000${String(n).padStart(2, '0')}`);
const word = fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).map((text) => text.trim());
const value = fc.oneof(
  word,
  phone,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  fc.constant({ error: '#N/A' as const }),
  phone.map((result) => ({ formula: 'A1', result })),
  word.map((text) => ({ richText: [{ text }, { text: '!' }] })),
  fc.constant(null),
);
const table = fc.array(fc.tuple(fc.oneof(phone, value), word, value), {
  minLength: 1,
  maxLength: 15,
});

describe('sheets, whatever stands in them', () => {
  it('written by exceljs lose no row', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 0, max: 3 }), async (rows, blankRows) => {
        const book = new exceljs.Workbook();
        const sheet = book.addWorksheet('Daftar');
        for (let n = 0; n < blankRows; n += 1) sheet.addRow([]);
        sheet.addRow(['Nomor WA', 'Nama', 'Poli']);
        for (const row of rows) sheet.addRow(row);
        const outcome = await outcomeOf(new Uint8Array(await book.xlsx.writeBuffer()));
        const filled = rows.filter((row) => row.some((cell) => cell !== null && cell !== ''));
        expect(outcome).toMatchObject({ headerRow: blankRows + 1, rowsRead: filled.length });
      }),
      RUNS,
    );
  });

  it('with shared or inline texts, with or without addresses, are read alike and word by word', async () => {
    const plain = fc
      .string({ unit: 'grapheme-composite', maxLength: 20 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        fc.boolean(),
        async (names, shared, addressed) => {
          const texts = [
            'Nomor WA',
            'Nama',
            ...names.flatMap((text, n) => [`08120000${String(n).padStart(4, '0')}`, text]),
          ];
          const cell = (n: number): string => {
            const at = addressed ? ` r="${n % 2 === 0 ? 'A' : 'B'}${Math.floor(n / 2) + 1}"` : '';
            return shared
              ? `<c${at} t="s"><v>${n}</v></c>`
              : `<c${at} t="inlineStr"><is>${si(texts[n] ?? '')}</is></c>`;
          };
          const rows = Array.from(
            { length: texts.length / 2 },
            (_, n) => `<row>${cell(n * 2)}${cell(n * 2 + 1)}</row>`,
          );
          const outcome = await outcomeOf(
            makeWorkbook({
              [PARTS.sheet]: sheetXml(rows.join('')),
              [PARTS.strings]: stringsXml(...(shared ? texts.map(si) : [])),
            }),
          );
          expect(outcome).toMatchObject({
            rowsRead: names.length,
            rows: names.map((text, n) => ({
              rowNumber: n + 2,
              values: [`+628120000${String(n).padStart(4, '0')}`, text.trim() || null],
            })),
          });
        },
      ),
      RUNS,
    );
  });

  it('are read or refused by name, wherever their bytes were changed', async () => {
    const sound = makeWorkbook();
    const change = fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        await outcomeOf(bytes);
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 5 },
    );
  });

  it('are read or refused by name, whatever their markup is', async () => {
    const noise = fc.oneof(
      { weight: 30, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<row>',
          '</c>',
          ']]>',
          '<![CDATA[',
          '<?x ?>',
          '&#0;',
          '<!--',
          '<x:c>',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    );
    const attribute = fc.constantFrom(
      '',
      ' r="B2"',
      ' r="XFD1"',
      ' r="0"',
      ' s="0"',
      ' s="-1"',
      ' s="__proto__"',
    );
    const type = fc.constantFrom(
      '',
      ...['s', 'd', 'b', 'e', 'str', 'n', 'constructor'].map((t) => ` t="${t}"`),
    );
    const content = fc.oneof(
      fc.constantFrom(
        '081200000001',
        '1e308',
        '-1',
        '-0',
        'NaN',
        '2026-11-26T08:00:00',
        '_x0000_',
        '&amp;',
        '&#x1F600;',
        '0',
        '1.5e-7',
        '',
      ),
      fc.double().map(String),
      fc.string({ unit: 'grapheme-ascii', maxLength: 8 }).map(escaped),
    );
    const element = fc.constantFrom('v', 't', 'f', 'is', 'rPh');
    const inner = fc.tuple(element, content).map(([name, text]) => `<${name}>${text}</${name}>`);
    const cell = fc
      .tuple(attribute, type, fc.array(inner, { maxLength: 2 }), noise)
      .map(([at, kind, parts, more]) => `<c${at}${kind}>${parts.join('')}${more}</c>`);
    const row = fc
      .tuple(
        fc.constantFrom('', ' r="2"', ' r="9999999"', ' r="-1"', ' r="x"'),
        fc.array(cell, { maxLength: 4 }),
      )
      .map(([at, cells]) => `<row${at}>${cells.join('')}</row>`);
    const markup = fc.array(row, { maxLength: 8 }).map((rows) => rows.join(''));
    const read: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(markup, async (rows) => {
        const styles = stylesXml('dd/mm/yyyy', '[h]:mm', '0000', 0);
        read.push(
          await outcomeOf(makeWorkbook({ [PARTS.sheet]: sheetXml(rows), [PARTS.styles]: styles })),
        );
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 5 },
    );
    expect(read.filter((outcome) => typeof outcome === 'object').length).toBeGreaterThan(
      RUNS.numRuns,
    );
  });

  it('of text are read or refused by name, whatever their bytes are', async () => {
    const part = fc.oneof(
      fc
        .constantFrom(
          'Nomor WA',
          ',',
          ';',
          '\t',
          '|',
          '"',
          '""',
          '\n',
          '\r\n',
          '\r',
          'sep=;\n',
          '="',
          '\ufeff',
        )
        .map((text) => Buffer.from(text)),
      phone.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        await outcomeOf(Buffer.concat(parts));
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 5 },
    );
  });
});

/** A text as a workbook writes it; what XML cannot carry is written in its own way. */
function si(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    );
  return `<t xml:space="preserve">${escaped(safe)}</t>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
