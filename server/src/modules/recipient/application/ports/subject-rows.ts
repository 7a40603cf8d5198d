import type { RecipientState, Variables } from '#contracts/recipient.contract.js';

/** One recipient with a number that is asked about. Moments are milliseconds since the epoch. */
export interface SubjectRow {
  readonly id: number;
  readonly importId: string;
  /** Null while the list is only being prepared. */
  readonly broadcastId: string | null;
  readonly name: string | null;
  readonly variables: Variables;
  readonly state: RecipientState;
  readonly reason: string | null;
  readonly stateAt: number | null;
  readonly attempts: number;
}

/** Rows of import reports that name a number, of those that were looked at together. */
export interface NamingIssues {
  readonly ids: readonly number[];
  readonly importIds: readonly string[];
  /** To go on from; null at the end. */
  readonly lastId: number | null;
}

/**
 * What lists of recipients hold about one person, by their number (E.164). Every call runs in the caller's
 * unit of work.
 */
export abstract class SubjectRows {
  /** Every recipient with that number. */
  abstract find(phone: string): Promise<SubjectRow[]>;

  /**
   * Takes number, name and values out of a recipient that was sent to or will not be: its state stays, so
   * that counts stay exact. False when it waits or is in flight, or is not there.
   */
  abstract anonymise(id: number): Promise<boolean>;

  /** Looks at the next `limit` rows of all reports after `afterId` for that number, however it is written. */
  abstract naming(phone: string, afterId: number, limit: number): Promise<NamingIssues>;

  /** Takes value and name out of rows of reports. */
  abstract clearIssues(ids: readonly number[]): Promise<void>;

  /** Deletes the samples that lists keep of the sheet that they were read from. */
  abstract clearPreviews(importIds: readonly string[]): Promise<void>;
}
