import { describe, expect, it } from '@jest/globals';
import { hasValue, renderTemplate, variablesOf } from './template.js';

describe('renderTemplate', () => {
  it('replaces each variable whatever its case', () => {
    expect(
      renderTemplate('Yth. {Nama}, kontrol {tanggal_kontrol}.', {
        nama: 'Ibu Sari',
        tanggal_kontrol: '3 Des',
      }),
    ).toBe('Yth. Ibu Sari, kontrol 3 Des.');
  });

  it('does not replace inside a value', () => {
    expect(renderTemplate('{nama}', { nama: '{nomor}', nomor: '+62' })).toBe('{nomor}');
  });

  it('leaves a variable without a value as it stands', () => {
    expect(renderTemplate('{nama} {poli}', { nama: 'A', poli: '  ' })).toBe('A {poli}');
  });

  it('takes nothing from the prototype and treats $& as text', () => {
    expect(renderTemplate('{constructor}{nama}', { nama: '$&' })).toBe('{constructor}$&');
  });
});

describe('variablesOf', () => {
  it('names each variable once, in order, in lower case', () => {
    expect(variablesOf('{b} {a} {B} {} {c d}')).toEqual(['b', 'a']);
  });
});

describe('hasValue', () => {
  it('counts a blank value as missing', () => {
    expect(hasValue({ nama: ' ' }, 'nama')).toBe(false);
  });
});
