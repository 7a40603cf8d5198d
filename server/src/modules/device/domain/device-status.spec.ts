import { describe, expect, it } from '@jest/globals';
import type { DeviceStatus } from '#contracts/device.contract.js';
import { SessionState } from '#contracts/device.contract.js';
import { statusOf } from './device-status.js';

describe('statusOf', () => {
  const table: [SessionState, notLinked: DeviceStatus, linked: DeviceStatus][] = [
    ['unlinked', 'disconnected', 'disconnected'],
    ['preparing', 'disconnected', 'disconnected'],
    ['waiting-for-scan', 'disconnected', 'disconnected'],
    ['code-expired', 'disconnected', 'disconnected'],
    ['linking', 'disconnected', 'disconnected'],
    ['ready', 'authenticated', 'authenticated'],
    ['reconnecting', 'connected', 'connected'],
    ['logged-out', 'disconnected', 'disconnected'],
    ['wrong-number', 'disconnected', 'disconnected'],
    ['passkey-required', 'disconnected', 'disconnected'],
    ['restricted', 'connected', 'connected'],
    ['failed', 'disconnected', 'connected'],
  ];

  it('knows every state', () => {
    expect(table.map(([state]) => state)).toEqual(SessionState.options);
  });

  it.each(table)('says for %s: %s without a link, %s with one', (state, notLinked, linked) => {
    expect(statusOf({ state, linkedAt: null })).toBe(notLinked);
    expect(statusOf({ state, linkedAt: 1 })).toBe(linked);
  });
});
