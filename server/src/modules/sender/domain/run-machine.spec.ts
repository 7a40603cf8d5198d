import { describe, expect, it } from '@jest/globals';
import { isActive, RUN_STEPS, runStep, type RunHappening, type RunState } from './run-machine.js';

const STATES: RunState[] = ['sending', 'paused', 'finished', 'cancelled'];

describe('the machine of a run', () => {
  it.each<[RunHappening, (RunState | null)[]]>([
    ['pause', ['paused', null, null, null]],
    ['resume', [null, 'sending', null, null]],
    ['cancel', ['cancelled', 'cancelled', null, null]],
    ['finish', ['finished', 'finished', null, null]],
    ['resend', ['sending', 'paused', 'sending', null]],
  ])('knows what %s leads to', (happening, steps) => {
    expect(STATES.map((state) => runStep(state, happening))).toEqual(steps);
  });

  it('never leaves cancelled', () => {
    const leaving = Object.values(RUN_STEPS).filter((steps) => 'cancelled' in steps);
    expect(leaving).toEqual([]);
  });

  it('is active while something may still be handed over', () => {
    expect(STATES.filter(isActive)).toEqual(['sending', 'paused']);
  });
});
