/**
 * Wakes lanes: the doorbell, never the truth. What there is to send is in the database, so a ring that
 * gets lost costs time and nothing else.
 */
export abstract class Lanes {
  /**
   * Sees to it that the lane of this device looks for work, after whatever it does now: exactly one
   * loop anywhere. Returns at once and never throws.
   */
  abstract ring(deviceId: string): void;

  /** Begins to answer rings. */
  abstract start(): Promise<void>;

  /** Answers no more rings, tells running lanes to stop, and resolves when they have, or after 30 s. */
  abstract stop(): Promise<void>;
}

/** What a ring leads to. */
export abstract class LaneDriver {
  /**
   * Works on the lane of the device until there is nothing to do, somebody else has it, or `signal`
   * aborts; a message in flight is always brought to its end first.
   */
  abstract drive(deviceId: string, signal: AbortSignal): Promise<void>;
}
