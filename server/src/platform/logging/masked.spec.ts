import { describe, expect, it } from '@jest/globals';
import { masked, maskedError } from './masked.js';

describe('masked', () => {
  it.each([
    ['to +6281200000890 and 081200000890', 'to 62812****890 and 08120****890'],
    ['6281200000890@c.us', '62812****890@c.us'],
    ['0812-0000-0890, +62 812 0000 0890', '08120****890, 62812****890'],
    ['one\r\n{"level":50}\u2028two', 'one {"level":50} two'],
    // Ids and small numbers stay: they lead to rows, not to people.
    [
      'device 0192f3a4-0000-7000-8000-123456789012, 200 of 100000',
      'device 0192f3a4-0000-7000-8000-123456789012, 200 of 100000',
    ],
  ])('%j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('is not endless', () => {
    expect(masked('x'.repeat(100_000))).toHaveLength(2_000);
  });
});

describe('maskedError', () => {
  it('does not tell the values that a driver quotes', () => {
    const error = Object.assign(new Error("Duplicate entry 'Ibu Sari' for key 'uq'"), {
      code: 'ER_DUP_ENTRY',
    });
    const { cause, stack } = maskedError(error);
    expect(cause).toBe('Duplicate entry … for key …');
    expect(stack).toMatch(/^at /u);
    expect(stack).not.toContain('Sari');
  });

  it('takes anything that was thrown', () => {
    expect(maskedError('no +6281200000890').cause).toBe('no 62812****890');
  });
});
