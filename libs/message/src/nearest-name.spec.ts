import { describe, expect, it } from '@jest/globals';
import { nearestName } from './nearest-name.js';

const NAMES = ['nomor', 'nama', 'tanggal_kontrol', 'poli'];

describe('nearestName', () => {
  it.each([
    ['name', 'nama'],
    ['phone', 'nomor'],
    ['nam', 'nama'],
    ['klinik', 'poli'],
    ['tanggalkontrol', 'tanggal_kontrol'],
    ['tangal_kontrol', 'tanggal_kontrol'],
    ['tanggal', 'tanggal_kontrol'],
  ])('takes {%s} for {%s}', (wanted, meant) => {
    expect(nearestName(wanted, NAMES)).toBe(meant);
  });

  it('has no idea where nothing is near', () => {
    expect(nearestName('alamat', NAMES)).toBeNull();
    expect(nearestName('po', NAMES)).toBeNull();
  });
});
