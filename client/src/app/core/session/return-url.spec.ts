import { describe, expect, it } from '@jest/globals';
import { returnUrlOf } from './auth-guard.js';

describe('returnUrlOf', () => {
  it.each([
    ['/wa-connected/tambah', '/wa-connected/tambah'],
    ['/wa-broadcast?status=draft', '/wa-broadcast?status=draft'],
    [null, '/'],
    ['', '/'],
    ['https://example.com', '/'],
    ['//example.com', '/'],
    ['/\\example.com', '/'],
    ['javascript:alert(1)', '/'],
    ['/login?returnUrl=/', '/'],
  ])('%s leads to %s', (wanted, leadsTo) => {
    expect(returnUrlOf(wanted)).toBe(leadsTo);
  });
});
