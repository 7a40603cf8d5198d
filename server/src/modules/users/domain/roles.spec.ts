import { describe, expect, it } from '@jest/globals';
import { Permission } from '#contracts/user.contract.js';
import { permissionsOf } from './roles.js';

const may = (...roles: Parameters<typeof permissionsOf>[0]) => [...permissionsOf(roles)].sort();

describe('permissionsOf', () => {
  it('lets a viewer look and do nothing', () => {
    expect(may('viewer')).toEqual(['broadcasts:read', 'devices:read']);
  });

  it('lets an operator do the whole walk, but no devices and no people', () => {
    expect(may('operator')).toEqual([
      'broadcasts:confirm',
      'broadcasts:edit',
      'broadcasts:read',
      'broadcasts:send',
      'devices:read',
      'recipients:numbers',
      'recipients:resolve-failed',
    ]);
  });

  it('lets a confirmer approve, send and decide what is unknown, but write nothing', () => {
    expect(may('confirmer')).toEqual([
      'broadcasts:confirm',
      'broadcasts:read',
      'broadcasts:send',
      'devices:read',
      'recipients:numbers',
      'recipients:resolve-failed',
      'recipients:resolve-unknown',
    ]);
  });

  it('lets an administrator do everything there is', () => {
    expect(may('administrator')).toEqual([...Permission.options].sort());
  });

  it('adds jobs up, and no job allows nothing', () => {
    expect(may('viewer', 'confirmer')).toEqual(may('confirmer'));
    expect(may()).toEqual([]);
  });
});
