import { describe, expect, it } from '@jest/globals';
import { readFreetext } from './freetext.js';

const read = (text: string) => {
  const { rows, variableNames } = readFreetext(text);
  return {
    variableNames,
    rows: rows.map(({ rowNumber, phone, name, variables }) => [
      rowNumber,
      phone.text,
      name?.text ?? null,
      ...variables.map((cell) => cell?.text ?? null),
    ]),
  };
};

describe('readFreetext', () => {
  it('reads one number a line and counts blank lines in, though not as rows', () => {
    expect(read('081200000001\r\n\n  \n0812-0000-0002\r')).toEqual({
      variableNames: [],
      rows: [
        [1, '081200000001', null],
        [4, '0812-0000-0002', null],
      ],
    });
  });

  it('reads number, name and variables between bars', () => {
    expect(read('081200000001|Ibu Sari|1 Nov|Anak\n081200000002|Budi')).toEqual({
      variableNames: ['var1', 'var2'],
      rows: [
        [1, '081200000001', 'Ibu Sari', '1 Nov', 'Anak'],
        [2, '081200000002', 'Budi'],
      ],
    });
  });

  it('takes the first line for a header when it names a phone column', () => {
    expect(read('Nama\tNo HP\tTanggal Kontrol\nSari\t081200000001\t1 Nov')).toEqual({
      variableNames: ['tanggal_kontrol'],
      rows: [[2, '081200000001', 'Sari', '1 Nov']],
    });
    expect(read('nomor|nama|poli\n081200000001|Sari|Anak')).toEqual({
      variableNames: ['poli'],
      rows: [[2, '081200000001', 'Sari', 'Anak']],
    });
    expect(read('Nomor WA\n081200000001').rows).toEqual([[2, '081200000001', null]]);
  });

  it('tells pasted columns by what they hold', () => {
    expect(read('Sari\t081200000001\tAnak\nBudi\t081200000002\tAnak').rows).toEqual([
      [1, '081200000001', 'Sari', 'Anak'],
      [2, '081200000002', 'Budi', 'Anak'],
    ]);
  });

  it('keeps typed lines in typed order beside pasted ones', () => {
    expect(read('Sari\t081200000001\n081200000002|Budi').rows).toEqual([
      [1, '081200000001', 'Sari'],
      [2, '081200000002', 'Budi'],
    ]);
  });

  it('separates by comma and semicolon where every piece is a number', () => {
    expect(read('081200000001, 0812-0000-0002;0812\n081200000003,').rows).toEqual([
      [1, '081200000001', null],
      [1, ' 0812-0000-0002', null],
      [1, '0812', null],
      [2, '081200000003,', null],
    ]);
  });

  it('leaves a line whole when one piece is no number', () => {
    expect(read('081200000001, Ibu Sari').rows).toEqual([[1, '081200000001, Ibu Sari', null]]);
  });

  it('does not take a recipient for a header', () => {
    expect(read('081200000001|telepon dulu').rows).toHaveLength(1);
  });

  it('reads more lines than a call may have arguments', () => {
    expect(readFreetext('a\n'.repeat(200_000)).rows).toHaveLength(200_000);
  });

  it('reads nothing from nothing', () => {
    expect(read(' \n\t\n')).toEqual({ variableNames: [], rows: [] });
  });

  it('looks at a bounded number of fields of a line', () => {
    const [row] = readFreetext(`081200000001${'|x'.repeat(1_000_000)}`).rows;
    expect(row?.variables).toHaveLength(998);
  });
});
