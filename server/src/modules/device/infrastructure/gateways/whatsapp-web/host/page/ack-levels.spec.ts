import { describe, expect, it } from '@jest/globals';
import { AckWatch, levelOf, outcomeOf } from './ack-levels.js';

describe('levels of WhatsApp Web', () => {
  it.each([
    [-1, 'failed', { kind: 'refused', reason: 'rejected' }],
    [0, null, null],
    [1, 'sent', { kind: 'accepted' }],
    [2, 'delivered', { kind: 'accepted' }],
    [3, 'read', { kind: 'accepted' }],
    [4, 'read', { kind: 'accepted' }],
    [7, null, null],
  ] as const)('%i', (ack, level, outcome) => {
    expect(levelOf(ack)).toBe(level);
    expect(outcomeOf(ack)).toEqual(outcome);
  });

  it('what the page does not know is no outcome', () => {
    expect(outcomeOf(null)).toBeNull();
  });
});

describe('AckWatch', () => {
  it('takes the first level that settles a message, and only its own', async () => {
    const acks = new AckWatch();
    const outcome = acks.watch('A');
    acks.heard('B', -1);
    acks.heard('A', 0);
    acks.heard('A', 1);
    acks.heard('A', -1);
    expect(await outcome).toEqual({ kind: 'accepted' });
    acks.forget('A');
    expect(acks.isWatched('A')).toBe(false);
  });
});
