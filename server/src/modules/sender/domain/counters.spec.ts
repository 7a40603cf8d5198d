import { describe, expect, it } from '@jest/globals';
import { RecipientState } from '#contracts/recipient.contract.js';
import { allPending, remainingOf } from './counters.js';

describe('counters', () => {
  it('know every state', () => {
    expect(Object.keys(allPending(1))).toEqual(RecipientState.options);
  });

  it('tell who still has to be handed over', () => {
    const counts = { ...allPending(5), sending: 1, sent: 2, cancelled: 3 };
    expect(remainingOf(counts)).toBe(6);
  });
});
