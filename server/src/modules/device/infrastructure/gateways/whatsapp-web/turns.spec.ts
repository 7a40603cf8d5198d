import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../../../platform/kernel/fake-clock.js';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets the first one go at once and each other a pause later', async () => {
    const clock = new FakeClock();
    const turns = new Turns(clock, 2_000);
    const gone: number[] = [];
    const { signal } = new AbortController();
    for (const one of [1, 2, 3]) void turns.next(signal).then(() => gone.push(one));
    await setImmediate();
    expect(gone).toEqual([1]);
    await clock.advance(1_999);
    await setImmediate();
    expect(gone).toEqual([1]);
    await clock.advance(1);
    await setImmediate();
    expect(gone).toEqual([1, 2]);
    await clock.advance(2_000);
    await setImmediate();
    expect(gone).toEqual([1, 2, 3]);
  });
});
