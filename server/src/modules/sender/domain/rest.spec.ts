import { describe, expect, it } from '@jest/globals';
import { restOf } from './rest.js';
import type { SendingRules } from './sending-rules.js';
import { dayOf } from './night.js';
import { NEW_TALLY } from './tally.js';
import type { Tally } from './tally.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RULES: SendingRules = {
  hours: { from: 7 * HOUR, to: 20 * HOUR },
  dailyCap: 800,
  warmUp: [20, 36],
  longPause: { every: 50, pause: { min: 5 * MINUTE, max: 10 * MINUTE } },
  failureStop: { failures: 5, of: 20 },
};

const at = (day: number, time: string): number =>
  Date.parse(`2026-11-${String(day)}T${time}:00+07:00`);

const tallyOf = (given: Partial<Tally> = {}): Tally => ({
  ...NEW_TALLY,
  day: dayOf(at(24, '12:00')),
  ...given,
});

describe('what holds a number back', () => {
  it.each<[string, Partial<Tally>, Partial<SendingRules>, number, string | null, number?]>([
    ['nothing by day', {}, {}, at(24, '07:00'), null],
    ['nothing until the last minute', {}, {}, at(24, '19:59'), null],
    ['the evening', {}, {}, at(24, '20:00'), 'send-hours', at(25, '07:00')],
    ['the morning', {}, {}, at(24, '06:59'), 'send-hours', at(24, '07:00')],
    ['no hour when there are none', {}, { hours: null }, at(24, '02:00'), null],
    ['the cap', { sent: 20 }, {}, at(24, '09:00'), 'daily-cap', at(25, '07:00')],
    ['the cap, also at night', { sent: 20 }, {}, at(24, '21:00'), 'daily-cap', at(25, '07:00')],
    ['the cap', { sent: 20 }, { hours: null }, at(24, '09:00'), 'daily-cap', at(25, '00:00')],
    ['no cap on the next day', { sent: 20 }, {}, at(25, '07:00'), null],
    [
      'no cap when there is none',
      { sent: 9_000 },
      { dailyCap: null, warmUp: [] },
      at(24, '09:00'),
      null,
    ],
    [
      'a long pause',
      { restUntil: at(24, '09:05') },
      {},
      at(24, '09:00'),
      'long-pause',
      at(24, '09:05'),
    ],
    ['no pause that is over', { restUntil: at(24, '09:00') }, {}, at(24, '09:00'), null],
    [
      'a pause into the evening',
      { restUntil: at(24, '20:03') },
      {},
      at(24, '19:57'),
      'send-hours',
      at(25, '07:00'),
    ],
    ['no pause of a clock set back', { restUntil: at(24, '09:11') }, {}, at(24, '09:00'), null],
    [
      'the cap of a day that a clock set back repeats',
      { sent: 20 },
      {},
      at(23, '09:00'),
      'daily-cap',
      at(25, '07:00'),
    ],
    [
      'the count of a day far ahead, as of today',
      { sent: 20, day: 99_999 },
      {},
      at(24, '09:00'),
      'daily-cap',
      at(25, '07:00'),
    ],
  ])('is %s', (_, tally, rules, now, reason, until = 0) => {
    const rest = restOf({ ...RULES, ...rules }, tallyOf(tally), now);
    expect(rest).toEqual(reason === null ? null : { reason, until });
  });
});
