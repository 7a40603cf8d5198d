/** Something in the book that is not as it was written. */
export type AuditFinding =
  /** One or more of the entries that are older than the chain. */
  | { readonly kind: 'before-chain' }
  /** An entry is not what was written at its place. */
  | { readonly kind: 'altered'; readonly seq: number; readonly id: number }
  /** Entries from one place to another are gone. */
  | { readonly kind: 'removed'; readonly from: number; readonly to: number }
  /** An entry was added past the product: it has no place, or one behind the end. */
  | { readonly kind: 'inserted'; readonly id: number }
  /** Ids and places are not in the same order. */
  | { readonly kind: 'reordered'; readonly seq: number; readonly id: number }
  /** The stored end was altered or removed; `seq`: the entry that was written next, null: none yet. */
  | { readonly kind: 'end'; readonly seq: number | null }
  /** A note says that the entry at this place was another, or was there. */
  | { readonly kind: 'noted'; readonly at: number; readonly seq: number }
  /** A line of the notes is not ours. */
  | { readonly kind: 'note'; readonly line: number };

/** A restore, and what it cost: no finding, but to be compared with what people know. */
export interface AuditRestore {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Places that were noted before and were written anew after it; 0: none was noted. */
  readonly lost: number;
}

/** What was found out about the book. */
export interface AuditVerdict {
  /** Entries of the chain that were looked at. */
  readonly entries: number;
  /** Entries that are older than the chain. */
  readonly older: number;
  /** Place and MAC of the last entry, to be noted elsewhere; null: nothing is chained yet. */
  readonly end: { readonly seq: number; readonly mac: string } | null;
  /** Notes that were compared. */
  readonly notes: number;
  /** Whether the database itself refuses to alter and to remove entries. */
  readonly isGuarded: boolean;
  readonly restores: readonly AuditRestore[];
  /** Empty: the book is whole. */
  readonly findings: readonly AuditFinding[];
}
