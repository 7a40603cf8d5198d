import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noRows, RecipientList } from './recipient-list.js';
import { classifyRow, type RawRow } from './recipient-row.js';
import type { CellKind, SheetCell } from './sheet-cell.js';
import { textCell } from './sheet-cell.js';

const row = (
  phone: string | SheetCell,
  name?: string,
  ...variables: (string | SheetCell)[]
): RawRow => {
  const cell = (value: string | SheetCell) => (typeof value === 'string' ? textCell(value) : value);
  return {
    rowNumber: 7,
    phone: cell(phone),
    name: name === undefined ? undefined : textCell(name),
    variables: variables.map(cell),
  };
};
const faulty = (kind: CellKind, text = ''): SheetCell => ({ kind, text });

describe('classifyRow', () => {
  it('accepts a row, trims its values and leaves out those without text', () => {
    const raw = row(' 0812-0000-0001 ', ' Ibu Sari ', ' 1 Nov ', '  ', 'Anak');
    expect(classifyRow(raw, ['tanggal', 'jam', 'poli'])).toEqual({
      accepted: {
        rowNumber: 7,
        phone: '+6281200000001',
        name: 'Ibu Sari',
        variables: { tanggal: '1 Nov', poli: 'Anak' },
      },
    });
  });

  it.each([
    [row('belum ada', 'Sari'), 'belum ada', 'not-a-phone', {}],
    [row(''), '', 'empty', {}],
    [row(faulty('formula-without-value')), '', 'formula-without-value', {}],
    [row(faulty('error', '#N/A')), '#N/A', 'cell-error', { value: '#N/A' }],
    [row(faulty('date', '08/12/2026')), '08/12/2026', 'date-in-phone', { value: '08/12/2026' }],
    [row(faulty('digits-lost', '628120000000100')), '628120000000100', 'digits-lost', {}],
    [row(faulty('boolean', 'TRUE')), 'TRUE', 'not-a-phone', {}],
    [
      row('081200000001', 'x'.repeat(201)),
      '081200000001',
      'name-too-long',
      { limit: 200, length: 201 },
    ],
    [
      row('081200000001', 'Sari', 'x'.repeat(1_001)),
      '081200000001',
      'variable-too-long',
      { column: 'a', limit: 1_000, length: 1_001 },
    ],
    [
      row('081200000001', 'Sari', ...Array.from({ length: 31 }, () => 'x')),
      '081200000001',
      'too-many-variables',
      { limit: 30, found: 31 },
    ],
  ])('rejects with what stood there and why (%#)', (raw, value, reason, params) => {
    expect(classifyRow(raw, ['a'])).toMatchObject({
      rejected: { rowNumber: 7, value, reason, params },
    });
  });

  it('rejects values that are too long together for one text of a database', () => {
    const names = Array.from({ length: 11 }, (_, n) => `kolom_${String(n)}`);
    const values = names.map(() => 'x'.repeat(1_000));
    expect(classifyRow(row('081200000001', 'Sari', ...values), names)).toMatchObject({
      rejected: { reason: 'variables-too-long', params: { limit: 10_000, length: 11_000 } },
    });
    expect(classifyRow(row('081200000001', 'Sari', ...values.slice(1)), names)).toHaveProperty(
      'accepted',
    );
  });

  it('keeps values at their limits whole', () => {
    const raw = row('081200000001', 'x'.repeat(200), 'y'.repeat(1_000));
    expect(classifyRow(raw, ['a'])).toMatchObject({
      accepted: { name: 'x'.repeat(200), variables: { a: 'y'.repeat(1_000) } },
    });
  });

  it.each<CellKind>(['error', 'formula-without-value', 'digits-lost'])(
    'counts a value that is %s as missing',
    (kind) => {
      const raw = { ...row('081200000001', '', faulty(kind, '1')), name: faulty(kind, '#REF!') };
      expect(classifyRow(raw, ['a'])).toMatchObject({ accepted: { name: null, variables: {} } });
    },
  );

  it('removes what databases cannot carry, and nothing else', () => {
    const raw = row('081200000001', 'Ibu\u0000 Sari\ud800', 'baris 1\r\nbaris 2\t😀');
    expect(classifyRow(raw, ['a'])).toMatchObject({
      accepted: { name: 'Ibu Sari\ufffd', variables: { a: 'baris 1\nbaris 2\t😀' } },
    });
  });

  it('shortens a rejected value for the report', () => {
    const result = classifyRow(row('😀'.repeat(10_000)), []);
    expect('rejected' in result && Array.from(result.rejected.value)).toHaveLength(200);
  });
});

describe('RecipientList', () => {
  it('accepts the first row of a number and names it in every later one', () => {
    const list = new RecipientList([]);
    const sorted = noRows();
    for (const [place, phone] of [
      '081200000001',
      'x',
      '+62 812-0000-0001',
      '81200000001',
    ].entries()) {
      list.sort({ ...row(phone, 'Sari'), rowNumber: place + 2 }, sorted);
    }
    expect(sorted.accepted.map(({ rowNumber }) => rowNumber)).toEqual([2]);
    expect(sorted.rejected.map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(sorted.duplicates).toEqual([
      { rowNumber: 4, phone: '+6281200000001', name: 'Sari', firstRow: 2 },
      { rowNumber: 5, phone: '+6281200000001', name: 'Sari', firstRow: 2 },
    ]);
  });

  it('puts every row in exactly one place', () => {
    const phone = fc.oneof(fc.string(), fc.constantFrom('081200000001', '081200000002', '0812'));
    fc.assert(
      fc.property(fc.array(phone), (phones) => {
        const list = new RecipientList([]);
        const sorted = noRows();
        for (const text of phones) list.sort(row(text), sorted);
        const { accepted, rejected, duplicates, rowsRead } = sorted;
        expect(accepted.length + rejected.length + duplicates.length).toBe(rowsRead);
        expect(rowsRead).toBe(phones.length);
        expect(new Set(accepted.map((r) => r.phone)).size).toBe(accepted.length);
      }),
    );
  });
});
