import type { NotedEnd } from '../audit-seal.js';

/** A note with the MAC that proves it ours. */
export interface SignedNote extends NotedEnd {
  readonly seal: string;
}

/** What was noted, outside of the database, about where the chain ended. */
export abstract class AuditNotes {
  /** Adds a note. */
  abstract add(note: SignedNote): Promise<void>;

  /** All notes, oldest first; null for a line that is none. */
  abstract all(): Promise<(SignedNote | null)[]>;
}
