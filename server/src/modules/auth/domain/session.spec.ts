import { describe, expect, it } from '@jest/globals';
import {
  ABSOLUTE_LIMIT,
  IDLE_LIMIT,
  endOf,
  isDueForTouch,
  isOver,
  startedSession,
} from './session.js';

const NOW = 1_763_000_000_000;
const session = startedSession(
  { id: 'id', tokenHash: 'hash', userId: 'user', browser: null, system: null },
  NOW,
);

describe('a session', () => {
  it('ends at the idle limit, to the millisecond', () => {
    expect(isOver(session, NOW + IDLE_LIMIT - 1)).toBe(false);
    expect(isOver(session, NOW + IDLE_LIMIT)).toBe(true);
  });

  it('goes on with activity, but never past the absolute limit', () => {
    const busy = { ...session, lastSeenAt: NOW + ABSOLUTE_LIMIT - 1 };
    expect(endOf(busy)).toBe(NOW + ABSOLUTE_LIMIT);
    expect(isOver(busy, NOW + ABSOLUTE_LIMIT - 1)).toBe(false);
    expect(isOver(busy, NOW + ABSOLUTE_LIMIT)).toBe(true);
  });

  it('is written down as in use once a minute', () => {
    expect(isDueForTouch(session, NOW + 59_999)).toBe(false);
    expect(isDueForTouch(session, NOW + 60_000)).toBe(true);
  });
});
