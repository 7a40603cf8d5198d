/** Recipients of one unit that went back to the queue. */
export interface ResentBatch {
  readonly moved: number;
  /** Id to go on from; null at the end of the list. */
  readonly lastId: number | null;
}

/** Moves of many recipients, a bounded number in one unit of work, so that none blocks the lanes for long. */
export abstract class BulkMoves {
  /** Cancels up to `limit` recipients that wait, and tells how many. */
  abstract cancelWaiting(broadcastId: string, limit: number, at: number): Promise<number>;

  /**
   * Makes up to `limit` recipients that wait uncertain, of those with an id up to `upToId`, and tells how
   * many: a database older than what was sent cannot tell whether they got their message.
   */
  abstract doubt(broadcastId: string, upToId: number, limit: number, at: number): Promise<number>;

  /**
   * Puts failed recipients back to the queue, by a person's decision: the next `limit` with an id above
   * `afterId`, so that one that fails again meanwhile is not met twice.
   */
  abstract resendFailed(
    broadcastId: string,
    afterId: number,
    limit: number,
    decision: { readonly by: string; readonly at: number },
  ): Promise<ResentBatch>;
}
