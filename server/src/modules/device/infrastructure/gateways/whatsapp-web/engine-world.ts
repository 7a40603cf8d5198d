import type { Clock } from '../../../../../platform/kernel/clock.js';
import type { Log } from '../../../../../platform/logging/log.js';
import type { GatewayEvents } from '../../../application/ports/whatsapp-gateway.js';
import type { HostProgram } from './engine-host.js';
import type { BrowserSettings } from './protocol.js';
import type { EngineTiming } from './timing.js';
import type { Turns } from './turns.js';

/** What every session of the engine works with. */
export interface EngineWorld {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: GatewayEvents;
  readonly timing: EngineTiming;
  readonly program: HostProgram;
  /** How much memory a session may hold, in MiB; null: any. */
  readonly memoryLimitMb: number | null;
  /** Restored sessions start one after the other. */
  readonly turns: Turns;
  /** Numbers from 0 up to 1, for pauses that are not all the same. */
  readonly draw: () => number;
  /** The browser to start; null when this machine has none. */
  browser(): Promise<BrowserSettings | null>;
}
