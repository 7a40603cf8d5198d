/** What is kept of the latest hand-over of a broadcast, beside the sessions and apart from the database. */
export interface HandoverMark {
  readonly broadcastId: string;
  /** The message that was handed over last. */
  readonly messageId: string;
  /** The highest recipient to whom any message of the broadcast was handed over; see `HandoverMarks`. */
  readonly upTo: number;
}

/** A message that is about to be handed over: its claim is committed. */
export interface MarkedHandover {
  readonly deviceId: string;
  readonly broadcastId: string;
  /** Epoch of the lane: another one may have been written by another process since. */
  readonly epoch: number;
  readonly recipientId: number;
  readonly messageId: string;
}

/**
 * How far each broadcast has come, where a restore of the database does not reach: written after the claim
 * is committed and before the message is handed over. A mark whose message the database does not know
 * therefore means one thing only: the database is older than the mark.
 *
 * The lane of a device hands over in the order of the ids, and a broadcast has one device. So whoever
 * waits in an older database and comes after `upTo` was certainly not sent to, and whoever comes before
 * may have been.
 */
export abstract class HandoverMarks {
  /**
   * Resolves when the mark can no longer be lost with this process. It is on the disk, too, unless the
   * one before it was put there less than a second ago. Rejects when it could not be written: then the
   * message must not be handed over.
   */
  abstract note(handover: MarkedHandover): Promise<void>;

  /** The mark of one broadcast; null when nothing of it was ever handed over. */
  abstract of(broadcastId: string): Promise<HandoverMark | null>;

  /** All marks, some at a time. */
  abstract all(): AsyncIterable<readonly HandoverMark[]>;
}
