import { describe, expect, it } from '@jest/globals';
import { redacted } from './redacted.js';

describe('redacted', () => {
  it('leaves no number, no id and no QR of anybody in a line', () => {
    const qr = '2@abcdefghijklmnopqrstuvwxyz0123456789ABCD+/=,key,key,1';
    const words = redacted(`No LID for 6281200000001@c.us (3EB0C767D82B0A2B5C1A2B) ${qr}`);
    expect(words).not.toMatch(/\d{6}/);
    expect(words).not.toContain('3EB0C767D82B0A2B5C1A2B');
    expect(words).not.toContain('abcdefghij');
    expect(words).toContain('No LID for');
  });

  it('keeps where in the program it happened, and is not long', () => {
    const line = 'Error: x\n    at page (/app/dist/server/host/page-session.js:120:7)';
    expect(redacted(line)).toBe(line);
    expect(redacted('x y '.repeat(1_000)).length).toBeLessThanOrEqual(1_000);
  });
});
