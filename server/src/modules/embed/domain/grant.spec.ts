import { describe, expect, it } from '@jest/globals';
import { grantOf, refusedRole } from './grant.js';
import type { GrantRules } from './grant.js';

const rules = (given: Partial<GrantRules['host']> = {}): GrantRules => ({
  host: { roles: ['viewer', 'operator', 'administrator'], deviceIds: null, ...given },
  mayGrantAdministrator: false,
  devices: new Set(['a', 'b', 'c']),
});

describe('what a host may give', () => {
  it.each([
    [['viewer'], null],
    [['viewer', 'operator'], null],
    [['confirmer'], 'confirmer'],
    [['viewer', 'root'], 'root'],
    [['administrator'], 'administrator'],
    [['__proto__'], '__proto__'],
  ])('roles %j: refused is %j', (asked, refused) => {
    expect(refusedRole(asked, rules())).toBe(refused);
  });

  it('makes administrators only where the installation allows it', () => {
    expect(refusedRole(['administrator'], { ...rules(), mayGrantAdministrator: true })).toBeNull();
  });

  it.each([
    ['everything', undefined, null, null, []],
    ["the host's", undefined, ['a', 'gone'], ['a'], []],
    ['what was asked for', ['a', 'a'], null, ['a'], []],
    ['what was asked for and is the host’s', ['a', 'b'], ['b', 'c'], ['b'], ['a']],
    ['nothing that does not exist', ['x'], null, [], ['x']],
  ])('devices: %s', (_, asked, own, given, dropped) => {
    const { deviceIds, dropped: left } = grantOf(['viewer'], asked, rules({ deviceIds: own }));
    expect({ given: deviceIds, dropped: left }).toEqual({ given, dropped });
  });
});
