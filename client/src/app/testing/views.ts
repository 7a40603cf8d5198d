import type { Me } from '#contracts/user.contract.js';
import type { DeviceView } from '#contracts/device.contract.js';
import type { Problem } from '#contracts/problem.contract.js';

const AT = '2026-11-22T07:20:00.000Z';

/** A person who may do everything. */
export function meView(over: Partial<Me> = {}): Me {
  return {
    id: '0190a0a0-0000-7000-8000-000000000001',
    username: 'sari',
    displayName: 'Sari Dewi',
    roles: ['administrator'],
    permissions: ['devices:read', 'devices:manage', 'broadcasts:read', 'broadcasts:edit'],
    sessionExpiresAt: AT,
    secondFactor: 'off',
    ...over,
  };
}

/** A practice device that is linked and ready. */
export function deviceView(over: Partial<DeviceView> = {}): DeviceView {
  return {
    id: '0190a0a0-0000-7000-8000-000000000002',
    name: 'Poli Anak',
    phone: '+6281200000123',
    engine: 'practice',
    status: 'authenticated',
    state: 'ready',
    reason: null,
    stateSince: AT,
    linkedAt: AT,
    createdAt: AT,
    ...over,
  };
}

/** A refusal of the server. */
export function problemBody(over: Partial<Problem> = {}): Problem {
  return {
    type: 'about:blank',
    title: 'Ditolak',
    status: 409,
    code: 'TEST.REFUSED',
    detail: 'Tidak bisa begitu.',
    requestId: 'r-1',
    ...over,
  };
}
