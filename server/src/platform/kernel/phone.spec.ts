import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { formatPhone, parsePhone, type PhoneRejectReason } from './phone.js';

const e164Of = (text: string): string => {
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.e164 : parsed.reason;
};

describe('parsePhone', () => {
  it.each([
    ['081200000001', '+6281200000001'],
    ['62890000000', '+62890000000'],
    ['81200000001', '+6281200000001'],
    ['6281200000001', '+6281200000001'],
    ['+6281200000001', '+6281200000001'],
    ['006281200000001', '+6281200000001'],
    ['+62 (0)812-0000-0001', '+6281200000001'],
    ['(+62) 812 0000 0001', '+6281200000001'],
    ['0812-0000-0001', '+6281200000001'],
    ['0812.0000.0001', '+6281200000001'],
    ['0812 0000 0001', '+6281200000001'],
    ['(0812) 0000 0001', '+6281200000001'],
    ['0812\u20110000\u20130001', '+6281200000001'],
    ['tel:+6281200000001', '+6281200000001'],
    ["'081200000001", '+6281200000001'],
    ['\u2019081200000001', '+6281200000001'],
    ['\u00a00812\u00a00000\u00a00001\u00a0', '+6281200000001'],
    ['\u200e+62\u200b81200000001\u202c\ufeff', '+6281200000001'],
    ['\uff10\uff18\uff11\uff12\uff10\uff10\uff10\uff10\uff10\uff10\uff10\uff11', '+6281200000001'],
    ['\uff0b6281200000001', '+6281200000001'],
    ['6.281200000001E+12', '+6281200000001'],
    ['6,281200000001e12', '+6281200000001'],
    ['81200000001.0', '+6281200000001'],
    ['6281200000001,00', '+6281200000001'],
    ['021 12345678', '+622112345678'],
    ['+65 8123 4567', '+6581234567'],
    ['0065 8123 4567', '+6581234567'],
    ['+1 (213) 373-4253', '+12133734253'],
  ])('reads %j as %s', (text, e164) => {
    expect(e164Of(text)).toBe(e164);
  });

  it.each<[string, PhoneRejectReason]>([
    ['', 'empty'],
    [' \u00a0\u200b', 'empty'],
    ["'", 'empty'],
    ['belum ada', 'not-a-phone'],
    ['-', 'not-a-phone'],
    ['0812-0000-00O1', 'not-a-phone'],
    ['0812+00000001', 'not-a-phone'],
    ['081200000001 ext 12', 'not-a-phone'],
    [`08${'1'.repeat(100)}`, 'not-a-phone'],
    ['0812-0000-0001 / 0813-0000-0001', 'several-numbers'],
    ['081200000001, 081300000001', 'several-numbers'],
    ['081200000001 atau 081300000001', 'several-numbers'],
    ['6.28E+12', 'digits-lost'],
    ['6,28120E+12', 'digits-lost'],
    ['6.28120000000E+12', 'digits-lost'],
    ['6.2812000000015E+12', 'digits-lost'],
    ['0812', 'too-short'],
    ['081200001', 'too-short'],
    ['+65 8123', 'too-short'],
    ['08120000000000', 'too-long'],
    ['62812000000000000', 'too-long'],
    ['3171000000000001', 'country-unclear'],
    ['2112345678', 'country-unclear'],
    ['61412345678', 'country-unclear'],
    ['084000000001', 'invalid-number'],
    ['+999 1234 5678', 'invalid-number'],
    ['+65 0123 4567', 'invalid-number'],
  ])('refuses %j as %s', (text, reason) => {
    expect(e164Of(text)).toBe(reason);
  });

  it('agrees with the library wherever it does not ask it', () => {
    const national = fc
      .tuple(fc.constantFrom('8', '80', '81', '84', '89'), fc.stringMatching(/^\d{4,14}$/))
      .map((parts) => parts.join(''));
    const prefixes = fc.constantFrom('', '0', '62', '+62');
    const separators = fc.constantFrom('', '', '-', ' ', '.', '\u00a0');
    fc.assert(
      fc.property(prefixes, national, separators, (prefix, rest, separator) => {
        const library = parsePhoneNumberFromString(`+62${rest}`, { extract: false });
        const written = [prefix, rest.slice(0, 3), rest.slice(3)].join(separator);
        const parsed = parsePhone(written);
        expect(parsed.ok).toBe(library?.isValid() ?? false);
        if (parsed.ok) expect(parsed.e164).toBe(library?.number);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never throws and never invents digits, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parsePhone(text);
        if (!parsed.ok) return;
        const digits = text.normalize('NFKC').replace(/\D/g, '');
        expect(digits).toContain(parsed.e164.slice(3));
      }),
    );
  });

  it('takes a megabyte of rubbish in linear time', () => {
    const started = performance.now();
    for (const unit of [' ', '0', '(', "'", '8.', '-/']) parsePhone(unit.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('reads a number without a country as one of the given country', () => {
    expect(parsePhone('8123 4567', 'SG')).toEqual({ ok: true, e164: '+6581234567' });
  });
});

describe('formatPhone', () => {
  it.each([
    ['+6281234567890', '+62 812-3456-7890'],
    ['+6281200000001', '+62 812-0000-0001'],
    ['+622112345678', '+62 21 12345678'],
    ['+6581234567', '+65 8123 4567'],
    ['not a number', 'not a number'],
  ])('writes %s as %s', (e164, shown) => {
    expect(formatPhone(e164)).toBe(shown);
  });

  it('can be read again', () => {
    expect(parsePhone(formatPhone('+6281234567890'))).toEqual({ ok: true, e164: '+6281234567890' });
  });
});
