import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { LoginThrottle } from './login-throttle.js';

const HOUR = 60 * 60_000;

describe('LoginThrottle', () => {
  let clock: FakeClock;
  let throttle: LoginThrottle;

  beforeEach(() => {
    clock = new FakeClock();
    throttle = new LoginThrottle(clock);
  });

  /** How many tries get through before one is refused. */
  const letThrough = (
    username: (number: number) => string,
    address: (number: number) => string,
  ) => {
    for (let number = 0; number < 20_000; number++) {
      try {
        throttle.begin({ username: username(number), address: address(number) });
      } catch {
        return number;
      }
    }
    return Infinity;
  };

  const sari = () => 'sari';
  const here = () => '127.0.0.1';
  const other = (number: number) => `other-${String(number)}`;

  it('lets an account be tried 5 times, from wherever', () => {
    expect(letThrough(sari, other)).toBe(5);
  });

  it('lets an address try 20 times, whatever names', () => {
    expect(letThrough(other, here)).toBe(20);
  });

  it('gives an address its try back when it was right', () => {
    for (let number = 0; number < 100; number++) {
      const attempt = { username: other(number), address: here() };
      throttle.begin(attempt);
      throttle.succeeded(attempt);
    }
    expect(letThrough(other, here)).toBe(20);
  });

  it('forgives after an hour of quiet, and does not add tries up before', async () => {
    letThrough(sari, other);
    await clock.advance(HOUR);
    expect(letThrough(sari, other)).toBe(5);
  });

  it('keeps no more in mind than it can hold', () => {
    expect(letThrough(other, other)).toBe(Infinity);
    expect((throttle as unknown as { accounts: Map<string, unknown> }).accounts.size).toBe(10_000);
  });
});
