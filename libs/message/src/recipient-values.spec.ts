import { describe, expect, it } from '@jest/globals';
import { recipientValues } from './recipient-values.js';
import { hasValue, renderTemplate } from './template.js';

describe('recipientValues', () => {
  const ibuSari = { phone: '+6281200000001', name: 'Ibu Sari', variables: { dokter: 'dr. Budi' } };

  it('has number, name and the columns of the list', () => {
    const text = renderTemplate('{nama} ({nomor}): {dokter}', recipientValues(ibuSari));
    expect(text).toBe('Ibu Sari (+6281200000001): dr. Budi');
  });

  it('counts a name that nobody gave as missing', () => {
    expect(hasValue(recipientValues({ ...ibuSari, name: null }), 'nama')).toBe(false);
  });

  it('lets no column pass for the number or the name', () => {
    const tricky = { ...ibuSari, variables: { nama: 'lain', nomor: '0' } };
    expect(recipientValues(tricky)).toMatchObject({ nama: 'Ibu Sari', nomor: '+6281200000001' });
  });
});
