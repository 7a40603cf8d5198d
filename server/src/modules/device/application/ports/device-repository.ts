import type { EngineKind, SessionState } from '#contracts/device.contract.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import type { Device, Session } from '../../domain/device.js';

/** Devices of one engine that are in one state. */
export interface StateCount {
  readonly engine: EngineKind;
  readonly state: SessionState;
  readonly devices: number;
}

/** Devices as they are stored. Every call runs in the caller's unit of work. */
export abstract class DeviceRepository {
  /** Stores a new device. False when another one that is not removed has its phone. */
  abstract add(device: Device): Promise<boolean>;

  /** The device of `scope`, removed or not. */
  abstract findById(id: string, scope: DeviceScope): Promise<Device | null>;

  /** Those of `ids` that exist, removed or not, in no order. */
  abstract findByIds(ids: readonly string[]): Promise<Device[]>;

  /** The device with that phone that is not removed. */
  abstract findByPhone(phone: string): Promise<Device | null>;

  /** Devices of `scope` that are not removed, the oldest first. */
  abstract listActive(scope: DeviceScope): Promise<Device[]>;

  /** How many devices that are not removed are in which state, by engine. */
  abstract countStates(): Promise<StateCount[]>;

  /**
   * Gives the device another session if it is still in the state `from` and not removed. False when
   * somebody else was first.
   */
  abstract changeSession(id: string, from: SessionState, session: Session): Promise<boolean>;

  /**
   * Removes a device that is `unlinked` and frees its phone. False when it was removed already or is
   * in another state.
   */
  abstract remove(id: string, at: number): Promise<boolean>;
}
