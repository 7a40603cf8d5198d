import { describe, expect, it } from '@jest/globals';
import { SessionState } from '#contracts/device.contract.js';
import { readinessOf } from './device-readiness.js';

describe('readinessOf', () => {
  it('lets only a ready device send', () => {
    expect(SessionState.options.filter((state) => readinessOf(state) === 'go')).toEqual(['ready']);
  });

  it('waits for what comes back without a person', () => {
    expect(SessionState.options.filter((state) => readinessOf(state) === 'wait')).toEqual([
      'preparing',
      'linking',
      'reconnecting',
    ]);
  });
});
