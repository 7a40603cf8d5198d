/** The right to drive the one lane of a device, from its taking until it expires or is given back. */
export interface Lease {
  readonly deviceId: string;
  readonly holder: string;
  /** Grows with every taking: the fence that keeps out a holder who lost the lane without noticing. */
  readonly epoch: number;
  /** Earliest moment of the next hand-over, as it was stored when the lane was taken. */
  readonly nextHandoverAt: number;
}

/** Who drives which lane, and when it may hand over next. Every call runs in the caller's unit of work. */
export abstract class LaneLeases {
  /** Takes the lane when it is free, expired or the holder's own; null when somebody else has it. */
  abstract take(
    deviceId: string,
    holder: string,
    now: number,
    expiresAt: number,
  ): Promise<Lease | null>;

  /**
   * Takes the lane whoever had it: only for who knows otherwise that nobody else may drive it any more.
   * The epoch keeps out a former driver who comes back late.
   */
  abstract seize(deviceId: string, holder: string, expiresAt: number): Promise<Lease>;

  /** Keeps the lane for longer; false when it was lost. */
  abstract renew(lease: Lease, expiresAt: number): Promise<boolean>;

  /** Gives the lane back, if it still is the holder's. */
  abstract release(lease: Lease): Promise<void>;

  /** Frees every lane: only where no other process can exist. */
  abstract releaseAll(): Promise<void>;

  /** Earliest moment of the next hand-over, by device; a device that never sent has none. */
  abstract nextHandovers(deviceIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Takes the next place in the pace of the device for a message outside of any run, so that the lane
   * keeps its gap to it. True when the place is now; false when it is not yet time.
   *
   * @param maxGap a stored moment further away than this is left over from a clock that was set back
   */
  abstract takePlace(
    deviceId: string,
    now: number,
    nextHandoverAt: number,
    maxGap: number,
  ): Promise<boolean>;
}
