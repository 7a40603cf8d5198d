import type { RunView, SendEstimate } from '#contracts/broadcast.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';

/** What Kirim hands to the sender: exactly what was confirmed. */
export interface RunOrder {
  readonly broadcastId: string;
  readonly importId: string;
  readonly deviceId: string;
  readonly text: string;
  /** The file that goes with it. */
  readonly attachment: { readonly id: string; readonly sha256: string } | null;
  readonly recipients: number;
  /** Of those, who opted out before: they are in the run as skipped from the start. */
  readonly skipped: number;
  readonly idempotencyKey: string;
}

/** What the broadcast module may ask of sending. Every call runs in the caller's unit of work. */
export abstract class Runs {
  /**
   * Starts to send, once: a second start of the same broadcast is refused with
   * BROADCAST.ALREADY_SENT naming who was first, unless it carries the same idempotency key, which
   * answers the run that is there. Refuses SAFE_MODE.ACTIVE. The lane is rung after the commit.
   */
  abstract start(order: RunOrder, actor: Actor): Promise<RunView>;

  /**
   * Refuses BROADCAST.SENT_BEFORE_RESTORE for a broadcast without a run that was sent after the backup
   * was made from which the database was restored. Not in a unit of work: it looks at the disk.
   */
  abstract assertNeverSent(broadcastId: string): Promise<void>;

  /** Runs by broadcast id; a broadcast that was never sent has none. */
  abstract find(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, RunView>>;

  /** Forgets the run and its attempts. Refuses BROADCAST.NOT_DELETABLE while sending or paused. */
  abstract remove(broadcastId: string): Promise<void>;

  /** Deletes the text of an ended run and lets go of its file; its counts stay. */
  abstract purge(broadcastId: string): Promise<void>;

  /** Deletes where at most `limit` messages of the broadcast went, and answers how many they were. */
  abstract purgeAddresses(broadcastId: string, limit: number): Promise<number>;

  /** Deletes where the messages to one recipient of the broadcast went. */
  abstract eraseAddresses(broadcastId: string, recipientId: number): Promise<void>;

  /** Broadcasts that removing the device would pause. */
  abstract activeOf(deviceId: string): Promise<string[]>;

  /** When `recipients` more would be done on that device, behind what it has to send already. */
  abstract estimate(deviceId: string, recipients: number): Promise<SendEstimate>;
}

/** Sending of a broadcast started, stopped, ended or went on. */
export class RunStateChanged {
  constructor(
    readonly broadcastId: string,
    readonly deviceId: string,
    readonly state: RunView['state'],
  ) {}
}
