import type { SafeModeReason } from '#contracts/safe-mode.contract.js';

/** Why and since when sending stands still. Moments are milliseconds since the epoch. */
export interface Alarm {
  readonly id: string;
  readonly reason: SafeModeReason;
  readonly raisedAt: number;
  /** When the restored backup was made; null when that is unknown. */
  readonly backupAt: number | null;
  /** No mark of a hand-over survived: everybody who waits in a started broadcast may have been sent to. */
  readonly doubtsAll: boolean;
  /** When everything was paused and doubted; null while that is still being done. */
  readonly settledAt: number | null;
  readonly broadcasts: number;
  readonly recipients: number;
}

/** Alarms of this installation; at most one is active. Every call runs in the caller's unit of work. */
export abstract class SafeModeAlarms {
  /** The alarm that nobody has released; null when all is well. */
  abstract active(): Promise<Alarm | null>;

  /** Raises it, unless one is active. False then, whoever raised that one. */
  abstract raise(alarm: Pick<Alarm, 'id' | 'reason' | 'raisedAt'>): Promise<boolean>;

  /** Adds to what the alarm has done. */
  abstract count(id: string, broadcasts: number, recipients: number): Promise<void>;

  /** Everything was done by `at`. */
  abstract settle(id: string, at: number): Promise<void>;

  /** Ends the alarm; false when it was not active any more. */
  abstract release(
    id: string,
    by: { readonly id: string; readonly name: string },
    at: number,
  ): Promise<boolean>;

  /** Those of `marks` that are not accounted for, by the id of their message or of their broadcast. */
  abstract unknown<T extends { readonly broadcastId: string; readonly messageId: string }>(
    marks: readonly T[],
  ): Promise<T[]>;

  /** From now on `mark` (the id of a message or of a broadcast) is accounted for. */
  abstract account(mark: string, at: number): Promise<void>;
}
