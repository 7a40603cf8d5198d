import type { SessionState } from '#contracts/device.contract.js';

/**
 * What a lane may do while its device is in a state: `go` on; `wait`, since it comes back by itself;
 * or `stop`, since only a person can bring it back and must decide whether sending then goes on.
 */
export type Readiness = 'go' | 'wait' | 'stop';

const READINESS: Readonly<Record<SessionState, Readiness>> = {
  ready: 'go',
  reconnecting: 'wait',
  preparing: 'wait',
  linking: 'wait',
  unlinked: 'stop',
  'waiting-for-scan': 'stop',
  'code-expired': 'stop',
  'logged-out': 'stop',
  'wrong-number': 'stop',
  'passkey-required': 'stop',
  restricted: 'stop',
  failed: 'stop',
};

/** Whether sending may go on with a device in `state`. */
export const readinessOf = (state: SessionState): Readiness => READINESS[state];
