import { describe, expect, it } from '@jest/globals';
import { sampleOf } from './message-sample.js';
import { missingVariables } from './missing-values.js';

const sari = sampleOf({ phone: '+6281200000001', name: 'Ibu Sari', variables: { poli: 'Anak' } });
const nameless = sampleOf({ phone: '+6281200000002', name: null, variables: { poli: ' ' } });

describe('missingVariables', () => {
  it('finds nothing where everything has a value, in whatever case it is written', () => {
    expect(missingVariables('{Nama} {NOMOR} {poli}', ['Poli'], [sari])).toEqual([]);
  });

  it('suggests what was probably meant by a variable that the list does not have', () => {
    expect(missingVariables('{name} {alamat}', ['poli'], [sari])).toEqual([
      { name: 'name', unknown: true, suggestion: 'nama', lacking: 1 },
      { name: 'alamat', unknown: true, suggestion: null, lacking: 1 },
    ]);
  });

  it('counts recipients without a name and with a blank value', () => {
    expect(missingVariables('{nama} {poli}', ['poli'], [sari, nameless])).toEqual([
      { name: 'nama', unknown: false, suggestion: null, lacking: 1 },
      { name: 'poli', unknown: false, suggestion: null, lacking: 1 },
    ]);
  });
});
