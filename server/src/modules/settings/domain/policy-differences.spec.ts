import { describe, expect, it } from '@jest/globals';
import { FRESH_POLICIES } from '#contracts/settings.contract.js';
import { policyDifferences } from './policy-differences.js';

describe('policyDifferences', () => {
  it('names each value that changed, and nothing else', () => {
    const after = { ...FRESH_POLICIES, fourEyes: { mode: 'above', above: 50 } } as const;
    expect(policyDifferences(FRESH_POLICIES, after)).toEqual({ 'fourEyes.mode': 'off → above' });
    expect(policyDifferences(after, { ...after, fourEyes: { mode: 'always', above: 10 } })).toEqual(
      { 'fourEyes.mode': 'above → always', 'fourEyes.above': '50 → 10' },
    );
    expect(policyDifferences(after, after)).toEqual({});
  });
});
