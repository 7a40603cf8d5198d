import { createHash } from 'node:crypto';
import type { AuditChainStore, StoredEntry } from './ports/audit-chain-store.js';

/** Entries that are read together. */
const PAGE = 1_000;

/** Entries that are older than the chain. */
export interface AuditOrigin {
  /** Highest id of them; 0: there are none. */
  readonly id: number;
  readonly count: number;
  /** SHA-256 over all of them, in hexadecimal. */
  readonly digest: string;
}

/** Reads the entries without a place in the chain, up to an id. In a unit of work. */
export async function originOf(
  store: Pick<AuditChainStore, 'unchained'>,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<AuditOrigin> {
  const hash = createHash('sha256');
  let [id, count] = [0, 0];
  for (;;) {
    const page = await store.unchained(id, PAGE);
    for (const entry of page) {
      if (entry.id > upTo) return { id, count, digest: hash.digest('hex') };
      hash.update(`${lineOf(entry)}\n`);
      id = entry.id;
      count += 1;
    }
    if (page.length < PAGE) return { id, count, digest: hash.digest('hex') };
  }
}

const lineOf = ({ id, at, actorId, actor, action, subject, subjectId, details }: StoredEntry) =>
  JSON.stringify([id, at, actorId, actor, action, subject, subjectId, details]);
