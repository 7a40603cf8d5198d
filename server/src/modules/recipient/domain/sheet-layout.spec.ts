import { describe, expect, it } from '@jest/globals';
import { type SheetRow, textCell } from './sheet-cell.js';
import { layOut, toRawRow } from './sheet-layout.js';

const sheet = (...rows: string[][]): SheetRow[] =>
  rows.map((texts, place) => ({ rowNumber: place + 1, cells: texts.map(textCell) }));
const rows = sheet(
  ['No HP', 'Nama', 'Tanggal Kontrol', '', 'Kosong'],
  ['081200000001', 'Sari', '1 Nov', 'catatan'],
);
const choice = { headerRow: 1, phone: 0, name: 1 };

describe('layOut', () => {
  it('makes every other column a variable, also one without header that holds something', () => {
    expect(layOut(rows, choice)).toMatchObject({
      variableColumns: [2, 3, 4],
      variableNames: ['tanggal_kontrol', 'kolom_d', 'kosong'],
    });
  });

  it('names columns by their letters where there is no header', () => {
    const layout = layOut(rows.slice(1), { headerRow: null, phone: 0, name: null });
    expect(layout.variableNames).toEqual(['kolom_b', 'kolom_c', 'kolom_d']);
  });

  it('refuses a phone column that is not there', () => {
    expect(() => layOut(rows, { ...choice, phone: 9 })).toThrow('column-missing');
  });

  it('refuses more than 30 variables', () => {
    const wide = sheet(Array.from({ length: 32 }, (_, n) => `k${n}`));
    expect(layOut(wide, { headerRow: 1, phone: 0, name: 1 }).variableNames).toHaveLength(30);
    expect(() => layOut(wide, { headerRow: 1, phone: 0, name: null })).toThrow('too-many-columns');
  });
});

describe('toRawRow', () => {
  const layout = layOut(rows, choice);
  const raw = (rowNumber: number, ...texts: string[]) =>
    toRawRow({ rowNumber, cells: texts.map(textCell) }, layout);

  it('takes header and blank rows for no rows of the list', () => {
    expect(raw(1, 'No HP', 'Nama')).toBeNull();
    expect(raw(5, '', ' ', '\u00a0')).toBeNull();
  });

  it('counts a row with anything in it, so that nothing vanishes', () => {
    expect(raw(5, '', '', '', '', '', 'Total: 50')).toMatchObject({ phone: { text: '' } });
    expect(
      toRawRow({ rowNumber: 5, cells: [{ text: '', kind: 'formula-without-value' }] }, layout),
    ).toMatchObject({
      phone: { kind: 'formula-without-value' },
    });
  });
});
