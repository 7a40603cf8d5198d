import { describe, expect, it } from '@jest/globals';
import { DAY, dayOf } from './night.js';
import type { SendingRules } from './sending-rules.js';
import { afterHandover, afterOutcome, isWarmingUp, NEW_TALLY, standingOf } from './tally.js';
import type { Tally } from './tally.js';

const MINUTE = 60_000;
const RULES: SendingRules = {
  hours: null,
  dailyCap: 800,
  warmUp: [20, 36, 65, 117, 200],
  longPause: { every: 3, pause: { min: 5 * MINUTE, max: 10 * MINUTE } },
  failureStop: { failures: 5, of: 20 },
};
const NOON = Date.parse('2026-11-24T12:00:00+07:00');
const MIDNIGHT = Date.parse('2026-11-25T00:00:00+07:00');

/** The tally after so many hand-overs at one moment. */
function afterMany(tally: Tally, at: number, count: number, rules = RULES): Tally {
  let after = tally;
  for (let done = 0; done < count; done++) after = afterHandover(rules, after, at, 0);
  return after;
}

describe('the cap of a day', () => {
  it('rises with each day that used at least half of it, and then stays', () => {
    const caps: (number | null)[] = [];
    let tally = NEW_TALLY;
    for (let day = 0; day < 8; day++) {
      const now = NOON + day * DAY;
      const { cap } = standingOf(RULES, tally, now);
      caps.push(cap);
      tally = afterMany(tally, now, (cap ?? 0) / 2 + 0.5);
    }
    expect(caps).toEqual([20, 36, 65, 117, 200, 800, 800, 800]);
    expect(standingOf(RULES, tally, NOON + 400 * DAY).cap).toBe(800);
  });

  it('does not rise with days on which the number only lay there or sent a test', () => {
    let tally = NEW_TALLY;
    for (let day = 0; day < 9; day++) tally = afterMany(tally, NOON + day * DAY, 9);
    expect(standingOf(RULES, tally, NOON + 90 * DAY).cap).toBe(20);
  });

  it.each([
    ['lower than the warm-up', { dailyCap: 50 }, 2, 50],
    ['off, with a warm-up', { dailyCap: null }, 0, 20],
    ['off, and warm', { dailyCap: null }, 5, null],
    ['without a warm-up', { warmUp: [] }, 0, 800],
  ])('is %s', (_, given, warmed, cap) => {
    const rules = { ...RULES, ...given };
    expect(standingOf(rules, { ...NEW_TALLY, warmed }, NOON).cap).toBe(cap);
  });

  it('tells when it is lower because the number is new', () => {
    expect([0, 4, 5].map((warmed) => isWarmingUp(RULES, warmed))).toEqual([true, true, false]);
    expect(isWarmingUp({ ...RULES, dailyCap: 20 }, 0)).toBe(false);
  });

  it('begins anew at midnight in Jakarta', () => {
    const tally = afterMany(NEW_TALLY, MIDNIGHT - 1, 7);
    expect(standingOf(RULES, tally, MIDNIGHT - 1).sent).toBe(7);
    expect(standingOf(RULES, tally, MIDNIGHT).sent).toBe(0);
  });

  it('is not emptied by a clock that is set back and comes round again', () => {
    const ahead = afterMany(NEW_TALLY, NOON, 12);
    const back = afterMany(ahead, NOON - DAY, 3);
    expect(back).toMatchObject({ day: dayOf(NOON), sent: 15 });
    expect(standingOf(RULES, back, NOON).sent).toBe(15);
    expect(standingOf(RULES, back, MIDNIGHT).sent).toBe(0);
  });

  it('does not stay in the far future with a clock that was there', () => {
    const ahead = afterMany(NEW_TALLY, NOON + 300 * DAY, 12);
    const back = afterHandover(RULES, ahead, NOON, 0);
    expect(back).toMatchObject({ day: dayOf(NOON), sent: 13 });
    expect(standingOf(RULES, back, MIDNIGHT).sent).toBe(0);
  });
});

describe('the long pause', () => {
  it('follows after so many hand-overs, and again after as many more', () => {
    let tally = NEW_TALLY;
    const rests: number[] = [];
    for (let at = NOON, done = 0; done < 6; done++, at += MINUTE) {
      tally = afterHandover(RULES, tally, at, 7 * MINUTE);
      rests.push(tally.restUntil);
      if (tally.restUntil > at) at = tally.restUntil;
    }
    const first = NOON + 9 * MINUTE;
    const second = first + 10 * MINUTE;
    expect(rests).toEqual([0, 0, first, first, first, second]);
  });

  it('is not due when the number has rested by itself', () => {
    const two = afterMany(NEW_TALLY, NOON, 2);
    const rules = RULES;
    expect(afterHandover(rules, two, NOON + 5 * MINUTE, 1).restUntil).toBe(0);
    expect(afterHandover(rules, two, NOON + 5 * MINUTE - 1, MINUTE).restUntil).toBeGreaterThan(0);
  });

  it('is never when it is off', () => {
    expect(afterMany(NEW_TALLY, NOON, 9, { ...RULES, longPause: null }).restUntil).toBe(0);
  });
});

describe('the stop after failures', () => {
  /** Where in a row of outcomes the number is stopped, from 1; 0 when it never is. */
  const stopsAt = (outcomes: string): number => {
    let tally = NEW_TALLY;
    for (const [at, outcome] of [...outcomes].entries()) {
      const after = afterOutcome(RULES, tally, outcome === '1');
      if (after.stop) return at + 1;
      tally = after.tally;
    }
    return 0;
  };

  it.each([
    ['00000', 5],
    ['0000', 0],
    ['1010101010', 10],
    [`0${'1'.repeat(18)}0000`, 0],
    [`0${'1'.repeat(15)}0000`, 20],
    [`0${'1'.repeat(16)}0000`, 0],
    [`${'1'.repeat(60)}00000`, 65],
  ])('of %s comes at %i', (outcomes, at) => {
    expect(stopsAt(outcomes)).toBe(at);
  });

  it('counts anew after it stopped', () => {
    const before = { ...NEW_TALLY, recent: '0000' };
    expect(afterOutcome(RULES, before, false)).toMatchObject({ stop: true, tally: { recent: '' } });
  });

  it('never comes when it is off', () => {
    const off = { ...RULES, failureStop: null };
    expect(afterOutcome(off, { ...NEW_TALLY, recent: '0000' }, false).stop).toBe(false);
  });
});
