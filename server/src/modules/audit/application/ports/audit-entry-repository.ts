/** One line of the book. */
export interface AuditRecord {
  /** Counts up; later entries have larger numbers. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actorId: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Which entries are asked for. */
export interface AuditQuestion {
  readonly subject?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Only entries older than this one; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** An entry's place in the chain. */
export interface AuditLink {
  readonly seq: number;
  readonly mac: string;
}

/** The stored book. Has no way to change or remove an entry. */
export abstract class AuditEntryRepository {
  abstract add(entry: Omit<AuditRecord, 'id'>, link: AuditLink): Promise<void>;

  /** Entries that fit, newest first, at most `limit`. */
  abstract newest(question: AuditQuestion): Promise<AuditRecord[]>;
}
