import type { DeviceHolder } from '#contracts/device.contract.js';

/** A device that a worker holds. */
export interface HeldDevice {
  readonly deviceId: string;
  /** It has a session, which is to be open where it is held. */
  readonly isLinked: boolean;
}

/** How many devices a worker holds. */
export interface WorkerLoad {
  readonly worker: string;
  readonly devices: number;
}

/**
 * Which process holds the session of which device: one at a time, for as long as it is heard of. Time
 * is the database's, since the clocks of machines differ. Every call runs in the caller's unit of work.
 */
export abstract class DeviceHolds {
  /**
   * Takes the device for `lasts` milliseconds, when nobody holds it or its holder was not heard of in
   * time. True also when `worker` holds it already.
   */
  abstract take(deviceId: string, worker: string, lasts: number): Promise<boolean>;

  /**
   * Says that the worker lives, and keeps what it holds for `lasts` milliseconds more.
   *
   * @returns the devices that it still holds: one that is missing was taken over meanwhile
   */
  abstract renew(worker: string, lasts: number): Promise<HeldDevice[]>;

  /**
   * Who works for the device: its holder, or, when it has none, the worker with the fewest devices, whose
   * it is from then on for `lasts` milliseconds. Null when there is no worker.
   */
  abstract assign(deviceId: string, lasts: number): Promise<string | null>;

  /** Whether the device has a session that is to be open where it is held. */
  abstract isLinked(deviceId: string): Promise<boolean>;

  /**
   * Devices that were being linked by a process which is gone, for longer than `since` milliseconds: nobody
   * brings their linking to an end any more.
   */
  abstract abandoned(since: number): Promise<string[]>;

  /** Gives a device back. Nothing happens when somebody else has it by now. */
  abstract release(deviceId: string, worker: string): Promise<void>;

  /**
   * Forgets workers of whom nothing was heard for `since` milliseconds after their time was over, and what they
   * held: they died, or they would have left.
   */
  abstract forgetDead(since: number): Promise<void>;

  /** Gives everything back and leaves the workers. */
  abstract leave(worker: string): Promise<void>;

  /** Devices of the worker that neither are linked nor are being linked, or were removed. */
  abstract idle(worker: string): Promise<string[]>;

  /** Who held the device last, also when its time is over; null once it was given back. */
  abstract lastHolderOf(deviceId: string): Promise<string | null>;

  /** Who holds the device now. */
  abstract holderOf(deviceId: string): Promise<string | null>;

  /** Who holds which device now, by the device. */
  abstract holders(): Promise<DeviceHolder[]>;

  /** Linked devices that nobody holds, those that wait longest first. */
  abstract unheld(): Promise<string[]>;

  /** The workers that live, those with the fewest devices first. */
  abstract workers(): Promise<WorkerLoad[]>;
}
