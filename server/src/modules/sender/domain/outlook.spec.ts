import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, dayOf } from './night.js';
import { forecast } from './outlook.js';
import type { Forecast, Outlook } from './outlook.js';
import { gapOfSeconds, meanGap } from './pace.js';
import { restOf } from './rest.js';
import type { SendingRules } from './sending-rules.js';
import { afterHandover, NEW_TALLY } from './tally.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GAP = gapOfSeconds({ min: 8, max: 20 });
const RULES: SendingRules = {
  hours: { from: 7 * HOUR, to: 20 * HOUR },
  dailyCap: 800,
  warmUp: [20, 36, 65, 117, 200],
  longPause: { every: 50, pause: { min: 5 * MINUTE, max: 10 * MINUTE } },
  failureStop: { failures: 5, of: 20 },
};
const at = (day: number, time: string): number =>
  Date.parse(`2026-11-${String(day)}T${time}:00+07:00`);

const outlookOf = (given: Partial<Outlook>): Outlook => ({
  now: at(24, '09:00'),
  nextHandoverAt: 0,
  recipients: 1,
  gap: GAP,
  engineTime: 2_000,
  rules: null,
  tally: NEW_TALLY,
  ...given,
});

/** The same lane, one hand-over after the other, by the rules that it obeys. */
function stepByStep({ now, recipients, gap, engineTime, rules, ...outlook }: Outlook): Forecast {
  let { tally } = outlook;
  let moment = Math.max(now, outlook.nextHandoverAt);
  let start = 0;
  const days = new Set<number>();
  for (let done = 0; done < recipients; done++) {
    if (done > 0) moment += engineTime + meanGap(gap);
    if (rules) moment = restOf(rules, tally, moment)?.until ?? moment;
    if (done === 0) start = moment;
    days.add(dayOf(moment));
    const pause = rules?.longPause ? meanGap(rules.longPause.pause) : 0;
    if (rules) tally = afterHandover(rules, tally, moment, pause);
  }
  return { start, end: moment + engineTime, days: days.size };
}

describe('forecast', () => {
  it('is now when nobody is left', () => {
    const now = at(24, '09:00');
    expect(forecast(outlookOf({ recipients: 0 }))).toEqual({ start: now, end: now, days: 0 });
  });

  it('counts the engine for each recipient and a gap between two', () => {
    const { end } = forecast(outlookOf({ recipients: 3 }));
    expect(end).toBe(at(24, '09:00') + 3 * 2_000 + 2 * meanGap(GAP));
  });

  it('begins when the device may hand over again', () => {
    const nextHandoverAt = at(24, '09:00') + 5_000;
    const { start, end } = forecast(outlookOf({ nextHandoverAt }));
    expect([start, end]).toEqual([nextHandoverAt, nextHandoverAt + 2_000]);
  });

  it.each([
    ['20 on the first day', 20, 24, 1],
    ['21 on the second', 21, 25, 2],
    // 20 + 36 + 65 + 117 + 200 = 438 in five days, 800 on the sixth, two on the seventh.
    ['1,240 on the seventh', 1_240, 30, 7],
  ])('ends a list of %s of a new number', (_, recipients, day, days) => {
    const found = forecast(outlookOf({ recipients, rules: RULES }));
    expect(found).toMatchObject({ start: at(24, '09:00'), days });
    expect(dayOf(found.end)).toBe(dayOf(at(day, '12:00')));
  });

  it('breaks off in the evening and goes on in the morning', () => {
    const now = at(24, '19:58');
    const tally = { ...NEW_TALLY, warmed: 5 };
    const found = forecast(outlookOf({ now, recipients: 700, rules: RULES, tally }));
    expect(found.days).toBe(2);
    // Eight before 20.00; 692 at 16 s each, with a pause of 7.5 minutes after every fifty.
    expect(found.end).toBe(at(25, '07:00') + 691 * 16_000 + 13 * (450_000 - 16_000) + 2_000);
  });

  it('starts in the morning what is ordered at night', () => {
    const found = forecast(outlookOf({ now: at(24, '21:00'), rules: RULES }));
    expect(found).toEqual({ start: at(25, '07:00'), end: at(25, '07:00') + 2_000, days: 1 });
  });

  it('says the same as the lane does, step by step', () => {
    const range = (max: number) =>
      fc
        .tuple(fc.nat(max), fc.nat(max))
        .map(([one, two]) => ({ min: one * 2, max: (one + two) * 2 }));
    const rules = fc.record<SendingRules>({
      hours: fc.option(
        fc
          .tuple(fc.nat(23), fc.integer({ min: 1, max: 24 }))
          .filter(([from, to]) => from < to)
          .map(([from, to]) => ({ from: from * HOUR, to: to * HOUR })),
      ),
      dailyCap: fc.option(fc.integer({ min: 1, max: 200 })),
      warmUp: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
      longPause: fc.option(
        fc.record({ every: fc.integer({ min: 2, max: 60 }), pause: range(20 * MINUTE) }),
      ),
      failureStop: fc.constant(null),
    });
    const worlds = fc.record({
      now: fc.integer({ min: at(24, '00:00'), max: at(25, '00:00') }),
      early: fc.nat(20_000),
      recipients: fc.integer({ min: 1, max: 900 }),
      gap: range(60_000),
      engineTime: fc.nat(9_000),
      rules,
      warmed: fc.nat(6),
      sent: fc.nat(60),
      sincePause: fc.nat(1),
      lastBefore: fc.nat(2 * DAY),
    });
    fc.assert(
      fc.property(worlds, ({ early, warmed, sent, sincePause, lastBefore, ...world }) => {
        const lastAt = world.now - lastBefore;
        const tally = { ...NEW_TALLY, day: dayOf(lastAt), warmed, sent, sincePause, lastAt };
        const nextHandoverAt = world.now + Math.min(early, world.gap.max);
        const outlook = { ...world, nextHandoverAt, tally };
        expect(forecast(outlook)).toEqual(stepByStep(outlook));
      }),
      { numRuns: 300 },
    );
  });

  it('costs days, not messages', () => {
    const now = performance.now();
    forecast(outlookOf({ recipients: 1_000_000, rules: RULES }));
    expect(performance.now() - now).toBeLessThan(200);
  });
});
