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
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly subjectId?: string | undefined;
  /** From this moment on, in milliseconds since the epoch. */
  readonly from?: number | undefined;
  /** Before this moment. */
  readonly until?: number | undefined;
  /** Only entries older than this one; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** What the book can be filtered by. */
export interface AuditFacets {
  /** Whoever did something, by their latest name. */
  readonly people: { readonly id: string; readonly name: string }[];
  readonly actions: string[];
  readonly subjects: string[];
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

  /** What there is to ask for. */
  abstract facets(): Promise<AuditFacets>;
}
