import type { DeviceStatus, SessionState } from '#contracts/device.contract.js';
import type { Session } from './device.js';

/**
 * The seed's three words: `disconnected` no phone is linked; `connected` linked, but there is an
 * error; `authenticated` linked and usable.
 */
const STATUS: Readonly<Record<Exclude<SessionState, 'failed'>, DeviceStatus>> = {
  unlinked: 'disconnected',
  preparing: 'disconnected',
  'waiting-for-scan': 'disconnected',
  'code-expired': 'disconnected',
  linking: 'disconnected',
  'wrong-number': 'disconnected',
  'passkey-required': 'disconnected',
  'logged-out': 'disconnected',
  reconnecting: 'connected',
  restricted: 'connected',
  ready: 'authenticated',
};

/** The word of the seed for a session. A failure is an error of a link only where there is a link. */
export function statusOf({ state, linkedAt }: Pick<Session, 'state' | 'linkedAt'>): DeviceStatus {
  if (state !== 'failed') return STATUS[state];
  return linkedAt === null ? 'disconnected' : 'connected';
}
