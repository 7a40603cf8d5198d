import { describe, expect, it } from '@jest/globals';
import { Role } from '#contracts/user.contract.js';
import { owesSecondFactor } from './second-factor-duty.js';

const without = (...roles: Role[]) => ({ roles, hasSecondFactor: false });

describe('the duty to have a second factor', () => {
  it.each([
    ['viewer', false],
    ['operator', false],
    ['confirmer', true],
    ['administrator', true],
  ] as const)('of a person who is %s: %s', (role, owes) => {
    expect(owesSecondFactor(without(role), { mode: 'required' })).toBe(owes);
    expect(owesSecondFactor(without('viewer', role), { mode: 'required' })).toBe(owes);
    expect(owesSecondFactor({ roles: [role], hasSecondFactor: true }, { mode: 'required' })).toBe(
      false,
    );
  });

  it.each(['off', 'optional'] as const)('is nobody’s while the policy is %s', (mode) => {
    for (const role of Role.options) expect(owesSecondFactor(without(role), { mode })).toBe(false);
  });
});
