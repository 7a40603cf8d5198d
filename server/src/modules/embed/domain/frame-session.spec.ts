import { describe, expect, it } from '@jest/globals';
import { provedAtHost } from './frame-session.js';

const NOW = 1_763_000_000_000;

describe('the proof that a host names', () => {
  it.each([
    ['nothing', undefined, null],
    ['a moment of before', NOW / 1000 - 599, NOW - 599_000],
    ['now', NOW / 1000, NOW],
    ['a moment that has not come, from a clock ahead of ours', NOW / 1000 + 86_400, NOW],
  ])('%s', (_, authTime, provedAt) => {
    expect(provedAtHost(NOW, authTime)).toBe(provedAt);
  });
});
