/** An entry exactly as it is stored. */
export interface StoredEntry {
  readonly id: number;
  /** Null: it has no place in the chain. */
  readonly seq: number | null;
  readonly mac: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actorId: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** JSON, character by character. */
  readonly details: string;
}

/** Where the chain ends, and what it began with. */
export interface ChainEnd {
  /** Of the last entry; 0: none yet. */
  readonly seq: number;
  readonly mac: string;
  /** Highest id of the entries that are older than the chain; 0: none. */
  readonly originId: number;
  /** Over all those entries. */
  readonly originMac: string;
  /** Over the four above. */
  readonly seal: string;
}

/** What the chain needs of the storage. Every call belongs in a unit of work. */
export abstract class AuditChainStore {
  /** The end; null before the first entry. With `lock` nobody else moves it before the unit is over. */
  abstract end(lock: boolean): Promise<ChainEnd | null>;

  /** Stores the first end. False: another was first. */
  abstract begin(end: ChainEnd): Promise<boolean>;

  /** Moves the end. False: it was not at `from` any more. */
  abstract advance(from: number, end: ChainEnd): Promise<boolean>;

  /** Chained entries after a place, in the order of the chain. */
  abstract chained(afterSeq: number, limit: number): Promise<StoredEntry[]>;

  /** Entries without a place in the chain after an id, in the order of their ids. */
  abstract unchained(afterId: number, limit: number): Promise<StoredEntry[]>;

  /** The entry at the highest place; null: none is chained. */
  abstract last(): Promise<StoredEntry | null>;

  /** Whether the database itself refuses to alter and to remove entries. */
  abstract isGuarded(): Promise<boolean>;
}
