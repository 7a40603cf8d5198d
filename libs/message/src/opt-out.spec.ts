import { describe, expect, it } from '@jest/globals';
import { isOptOut } from './opt-out.js';

describe('isOptOut', () => {
  it.each([
    ...['BERHENTI', 'berhenti', 'Berhenti', 'STOP', 'stop', 'StOp'],
    ...[
      '  BERHENTI\n',
      '\u200eSTOP\u200f',
      '\u00a0stop',
      'stop.',
      'Stop!!!',
      '"BERHENTI"',
      '(stop)',
    ],
    ...['*BERHENTI*', '_stop_', '~STOP~', '`stop`', 'STOP 🙏🙏', '🛑 stop', 'stop?', '\ufeffSTOP'],
    ...['STOP STOP', 'stop, berhenti', 'ＳＴＯＰ', '𝐒𝐓𝐎𝐏'],
    ...['Tolong berhenti ya, Bu', 'Mohon stop', 'stop pak', 'Berhenti saja, terima kasih'],
  ])('is true of %j', (text) => {
    expect(isOptOut(text)).toBe(true);
  });

  it.each([
    ...['', ' ', '!', '🙏', 'ya', 'terima kasih', 'tolong'],
    ...['Kapan saya berhenti minum obat?', 'jangan berhenti', 'belum stop', 'stop obat'],
    ...['nonstop', 'stopkontak', 'diberhentikan', 'BERHENTIKAN', 'st op', 's.t.o.p', 'st0p'],
    ...['Saya tidak bisa datang, stop dulu di halte', 'unstop', 'STOP 1', 'stop2'],
    'stop '.repeat(100),
    `${'ya '.repeat(40)}stop`,
  ])('is false of %j', (text) => {
    expect(isOptOut(text)).toBe(false);
  });
});
