import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { SetupToken } from './setup-token.js';

const HOUR = 3_600_000;

describe('the secret of the setup link', () => {
  it('holds for an hour', async () => {
    const clock = new FakeClock();
    const setup = new SetupToken(clock);
    const token = setup.open();
    await clock.advance(HOUR - 1);
    expect([setup.matches(token), setup.matches(`${token}x`)]).toEqual([true, false]);
    await clock.advance(1);
    expect(setup.matches(token)).toBe(false);
  });

  it('opens nothing before it is made, after another was, and once somebody is set up', () => {
    const setup = new SetupToken(new FakeClock());
    expect(setup.matches('')).toBe(false);
    const [former, token] = [setup.open(), setup.open()];
    expect([setup.matches(former), setup.matches(token)]).toEqual([false, true]);
    setup.close();
    expect(setup.matches(token)).toBe(false);
  });
});
