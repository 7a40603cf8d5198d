import { describe, expect, it } from '@jest/globals';
import type { UserAccess } from '#contracts/user.contract.js';
import { someUser } from '../testing/user-repository.suite.js';
import { assertAdministrated, assertMayGrant } from './grants.js';
import { permissionsOf } from './roles.js';

const access = (roles: UserAccess['roles'], devices: UserAccess['devices'] = []): UserAccess => ({
  roles,
  devices,
});

describe('who gives what', () => {
  const operator = { permissions: permissionsOf(['operator']), devices: ['d1', 'd2'] };
  const administrator = { permissions: permissionsOf(['administrator']), devices: 'all' } as const;

  it.each<[string, UserAccess, UserAccess]>([
    ['a role of their own', access(['viewer']), access(['viewer', 'operator'])],
    ['a smaller role', access(['operator']), access(['viewer', 'operator'])],
    ['a device of their own', access(['viewer'], ['d1']), access(['viewer'], ['d1', 'd2'])],
    [
      'nothing, to somebody with more',
      access(['administrator'], 'all'),
      access(['administrator'], 'all'),
    ],
  ])('lets an operator give %s', (_, before, after) => {
    expect(() => {
      assertMayGrant(operator, before, after);
    }).not.toThrow();
  });

  it.each<[string, UserAccess, UserAccess]>([
    ['give a role with more', access(['operator']), access(['operator', 'confirmer'])],
    ['take such a role', access(['administrator']), access(['viewer'])],
    ['give a foreign device', access(['viewer']), access(['viewer'], ['d3'])],
    ['take a foreign device', access(['viewer'], ['d3']), access(['viewer'])],
    ['give every device', access(['viewer'], ['d1']), access(['viewer'], 'all')],
  ])('does not let an operator %s', (_, before, after) => {
    expect(() => {
      assertMayGrant(operator, before, after);
    }).toThrow('USER.GRANT_TOO_WIDE');
    expect(() => {
      assertMayGrant(administrator, before, after);
    }).not.toThrow();
  });

  it('wants an administrator who can come in', () => {
    const roles = ['administrator'] as const;
    const people = [
      someUser({ roles, disabledAt: 1 }),
      someUser({ roles, joinedAt: null }),
      someUser(),
    ];
    expect(() => {
      assertAdministrated(people);
    }).toThrow('USER.LAST_ADMINISTRATOR');
    expect(() => {
      assertAdministrated([...people, someUser({ roles })]);
    }).not.toThrow();
  });
});
