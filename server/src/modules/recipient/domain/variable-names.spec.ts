import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnLetters, variableNames } from './variable-names.js';

const namesOf = (...headers: string[]): string[] =>
  variableNames(headers.map((header, index) => ({ index, header })));

describe('variableNames', () => {
  it.each([
    ['Tanggal Kontrol', 'tanggal_kontrol'],
    ['  Poli / Klinik  ', 'poli_klinik'],
    ['NO. RM', 'no_rm'],
    ['Dr. Spesialis (1)', 'dr_spesialis_1'],
    ['Ｐｏｌｉ', 'poli'],
    ['Água', 'água'],
    ['***', 'kolom_a'],
    ['', 'kolom_a'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor_2'],
    ['nama', 'nama_2'],
    ['Nomor', 'nomor_2'],
  ])('makes %j the variable %s', (header, name) => {
    expect(namesOf(header)).toEqual([name]);
  });

  it('gives equal headers different names', () => {
    expect(namesOf('Poli', 'poli', 'POLI')).toEqual(['poli', 'poli_2', 'poli_3']);
  });

  it('always yields unique names that a message text can use and no object inherits', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 })), (headers) => {
        const names = namesOf(...headers);
        expect(new Set(names).size).toBe(headers.length);
        for (const name of names) {
          expect(`{${name}}`).toMatch(/^\{[\p{L}\p{N}_]{1,64}\}$/u);
          expect(name.toLowerCase()).toBe(name);
          expect(name in {}).toBe(false);
        }
      }),
    );
  });
});

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('shows column %i as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
