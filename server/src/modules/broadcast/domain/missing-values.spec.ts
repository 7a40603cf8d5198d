import { describe, expect, it } from '@jest/globals';
import { MissingValuesTally } from './missing-values.js';
import type { ValuedRecipient } from './missing-values.js';

const recipient = (rowNumber: number, given: Partial<ValuedRecipient> = {}): ValuedRecipient => ({
  rowNumber,
  phone: '+6281200000001',
  name: 'Sari',
  variables: { poli: 'Anak' },
  ...given,
});

function missing(text: string, recipients: readonly ValuedRecipient[], names = ['poli']) {
  const tally = new MissingValuesTally(text, names);
  for (const each of recipients) tally.add(each);
  return tally.result();
}

describe('MissingValuesTally', () => {
  it('finds nothing where every recipient has a value for every variable', () => {
    expect(missing('{nama} {nomor} {Poli}, {bukan variabel}', [recipient(2)])).toEqual([]);
  });

  it('counts who lacks a value and names the first rows', () => {
    const rows = [2, 3, 4, 5, 6, 7, 8];
    const without = rows.map((row) => recipient(row, { variables: {} }));
    expect(missing('{poli}', [recipient(1), ...without])).toEqual([
      { variable: 'poli', recipients: 7, firstRows: [2, 3, 4, 5, 6], suggestion: null },
    ]);
  });

  it('takes a blank value and a missing name for missing', () => {
    const rows = [
      recipient(2, { variables: { poli: '  ' } }),
      recipient(3, { name: null }),
      recipient(4, { name: ' ' }),
    ];
    expect(missing('{poli} {nama}', rows)).toEqual([
      { variable: 'poli', recipients: 1, firstRows: [2], suggestion: null },
      { variable: 'nama', recipients: 2, firstRows: [3, 4], suggestion: null },
    ]);
  });

  it('suggests a variable of the list for one that is none', () => {
    expect(missing('{name}', [recipient(2)])).toMatchObject([{ suggestion: 'nama' }]);
    expect(missing('{polli}', [recipient(2)])).toMatchObject([{ suggestion: 'poli' }]);
    expect(missing('{xyz}', [recipient(2)])).toMatchObject([{ suggestion: null }]);
  });

  it('does not take what every object inherits for a value', () => {
    expect(missing('{constructor}', [recipient(2)])).toMatchObject([{ recipients: 1 }]);
  });
});
