import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuzzRuns } from '../../../../test/support/fuzz.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import { readFreetext } from './freetext.js';
import { noRows, RecipientList } from './recipient-list.js';
import { MAX_NAME_LENGTH, MAX_VARIABLE_LENGTH } from './recipient-row.js';

const RUNS = fuzzRuns(300);

const digits = (min: number, max: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max })
    .map((all) => all.join(''));

const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('08', '+62 8', '628', '8', '0062-8', '+1 ', "'08", ''), digits(4, 14))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'Nomor WA',
    'Nama',
    'no hp',
    '081200000001',
    '081200000002',
    '6,28E+12',
    '=1+1',
    '-',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  // Halves of characters, as a cut text has them.
  fc.constantFrom('Sari \ud83d', '\ude00 Budi', '\ud83d\ud83d'),
);
const separator = fc.constantFrom(
  '|',
  '\t',
  ',',
  ';',
  ', ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  ' ',
  '\u2028',
);
const text = fc
  .array(fc.tuple(field, separator), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(''));

/** Everything is sorted somewhere; answers where. */
function sortAll(input: string) {
  const { rows, variableNames } = readFreetext(input);
  const list = new RecipientList(variableNames);
  const sorted = noRows();
  for (const row of rows) list.sort(row, sorted);
  return { rows, variableNames, sorted };
}

describe('free text, whatever is pasted', () => {
  it('loses no line: accepted + rejected + duplicates = rows read, and each row is a line', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { rows, sorted } = sortAll(input);
        const { accepted, rejected, duplicates, rowsRead } = sorted;
        expect(accepted.length + rejected.length + duplicates.length).toBe(rowsRead);
        expect(rowsRead).toBe(rows.length);
        const lines = input
          .split(/\r\n|\r|\n/)
          .flatMap((line, n) => (line.trim() === '' ? [] : [n + 1]));
        const read = new Set(rows.map(({ rowNumber }) => rowNumber));
        // The first may be a header.
        expect([...read]).toEqual(lines.filter((line, n) => n > 0 || read.has(line)));
      }),
      RUNS,
    );
  });

  it('accepts each number once, in a form that is read as itself, and nothing longer than is stored', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { variableNames, sorted } = sortAll(input);
        const phones = sorted.accepted.map(({ phone }) => phone);
        expect(new Set(phones).size).toBe(phones.length);
        for (const { phone, name, variables } of sorted.accepted) {
          expect(parsePhone(phone)).toEqual({ ok: true, e164: phone });
          expect(phone).toMatch(/^\+[1-9]\d{4,14}$/);
          expect((name ?? '').length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
          for (const [key, value] of Object.entries(variables)) {
            expect(variableNames).toContain(key);
            expect(value.length).toBeLessThanOrEqual(MAX_VARIABLE_LENGTH);
            // Half characters and control characters fit into no database.
            expect(value).not.toMatch(/[\p{Cs}]|(?![\n\t])\p{Cc}/u);
          }
        }
        for (const { phone } of sorted.duplicates) expect(phones).toContain(phone);
      }),
      RUNS,
    );
  });

  it('is read in time that grows with its length, and not faster', () => {
    const nasty = [
      '0812 '.repeat(200_000),
      '|'.repeat(1_000_000),
      ','.repeat(1_000_000),
      '\u200b'.repeat(1_000_000),
      '+'.repeat(1_000_000),
      ' '.repeat(1_000_000),
      '0812,'.repeat(200_000),
      '08\t'.repeat(300_000),
    ];
    for (const input of nasty) {
      const started = performance.now();
      sortAll(`${input}\n${input}x`);
      // Some 100 ms; what grows with the square would take minutes.
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
