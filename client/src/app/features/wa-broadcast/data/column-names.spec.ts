import { describe, expect, it } from '@jest/globals';
import type { SheetPreview } from '#contracts/recipient-import.contract.js';
import { columnLetter, rowsBelow, shownColumns } from './column-names.js';

const preview: SheetPreview = {
  format: 'xlsx',
  sheetName: 'Pasien',
  headerRow: 2,
  columns: [0, 1].map((index) => ({ index, header: '', samples: [] })),
  suggestion: { phone: 1, name: 0 },
  firstRows: [
    ['Daftar', ''],
    ['Nama', ' No. HP '],
    ['', ''],
    ['Sari', '0812'],
    ['Budi', '0813'],
  ],
};

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});

describe('shownColumns', () => {
  it('names columns by the row that a person says holds the headers', () => {
    expect(shownColumns(preview, 2).map(({ header }) => header)).toEqual(['Nama', 'No. HP']);
    expect(shownColumns(preview, null).map(({ header }) => header)).toEqual(['', '']);
  });
});

describe('rowsBelow', () => {
  it('shows rows that hold something, under their number in the sheet', () => {
    expect(rowsBelow(preview, 2, 5).map(({ number }) => number)).toEqual([4, 5]);
    expect(rowsBelow(preview, null, 2).map(({ number }) => number)).toEqual([1, 2]);
  });
});
