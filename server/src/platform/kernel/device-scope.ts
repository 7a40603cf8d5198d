/**
 * Devices that a question is about: every one, or these ids. Whatever belongs to another device does not
 * exist for who asks (404, not 403). Repositories take it, so that the query itself decides.
 */
export type DeviceScope = 'all' | readonly string[];

/** Whether the device is one of `scope`. */
export const inScope = (scope: DeviceScope, deviceId: string): boolean =>
  scope === 'all' || scope.includes(deviceId);
