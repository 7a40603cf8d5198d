import type { Permission } from '#contracts/user.contract.js';
import type { DeviceScope } from './device-scope.js';

/** The person on whose behalf something is done. */
export interface Actor {
  readonly id: string;
  /** Name as screens, history and audit show it. */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Devices that this person may use: everything else is not there for them. */
  readonly devices: DeviceScope;
}

/** As much of a person as decides what is there for them. */
export type Onlooker = Pick<Actor, 'id' | 'devices'>;
