import { describe, expect, it } from '@jest/globals';
import { nearestName } from './nearest-name.js';

describe('nearestName', () => {
  const names = ['nomor', 'nama', 'tanggal_kontrol', 'poli', 'nama_dokter'];

  it.each([
    ['name', 'nama'],
    ['nama_pasien', 'nama'],
    ['hp', 'nomor'],
    ['clinic', 'poli'],
    ['nma', 'nama'],
    ['tanggalkontrol', 'tanggal_kontrol'],
    ['tanggal', 'tanggal_kontrol'],
    ['nama_doktr', 'nama_dokter'],
    ['na', null],
    ['alamat', null],
  ])('for %s is %s', (wanted, found) => {
    expect(nearestName(wanted, names)).toBe(found);
  });
});
