import { describe, expect, it } from '@jest/globals';
import { countsOf } from '../testing/broadcast-views.js';
import { occupiedStates, tallyOf, untouched } from './tally.js';

describe('tallyOf', () => {
  it('puts every recipient into exactly one sum', () => {
    const counts = countsOf({
      pending: 1,
      sending: 2,
      sent: 4,
      delivered: 8,
      read: 16,
      failed: 32,
      skipped: 64,
      unknown: 128,
      cancelled: 256,
    });
    expect(tallyOf(counts)).toEqual({
      total: 511,
      done: 508,
      waiting: 3,
      reached: 28,
      failed: 32,
      skipped: 64,
      unknown: 128,
      cancelled: 256,
    });
  });

  it('counts nobody as done before sending', () => {
    expect(tallyOf(untouched(118))).toMatchObject({ total: 118, done: 0, waiting: 118 });
  });
});

describe('occupiedStates', () => {
  it('leaves out states that nobody is in, and puts those who wait last', () => {
    expect(occupiedStates(countsOf({ pending: 3, failed: 1, sent: 2 }))).toEqual([
      'sent',
      'failed',
      'pending',
    ]);
  });
});
