import type { Actor } from '../../../platform/kernel/actor.js';

/** What is written down about a deed. Never a patient's number or name, never a text. */
export interface AuditDeed {
  /** What was done, e.g. `broadcast.confirm`. */
  readonly action: string;
  /** Kind of thing that it was done to, e.g. `broadcast`. */
  readonly subject: string;
  readonly subjectId: string;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** The book of who did what. Entries are only ever added. */
export abstract class AuditLog {
  /**
   * Writes `deed` down at the end of the caller's unit of work, so that it is kept exactly if the deed is.
   * Throws outside of one.
   */
  abstract record(actor: Pick<Actor, 'id' | 'name'>, deed: AuditDeed): Promise<void>;
}
