import { createHmac } from 'node:crypto';
import type { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import type { ChainEnd, StoredEntry } from './ports/audit-chain-store.js';

/** What the MAC of an entry covers besides the one before it. */
export type SealedContent = Omit<StoredEntry, 'id' | 'mac' | 'seq'> & { readonly seq: number };

/** What was noted outside of the database: at that moment the chain ended so. */
export interface NotedEnd {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly seq: number;
  readonly mac: string;
}

/**
 * The MACs of the audit: HMAC-SHA-256 in hexadecimal, with a key of this installation. Who can write to the
 * database and does not have the key cannot make one; without SECRET_KEY the key can be made from the
 * database, and then only what was noted outside of it proves anything against its administrator.
 */
export class AuditSeal {
  private readonly key: Buffer;

  constructor(secrets: Pick<InstallationSecrets, 'key'>) {
    this.key = secrets.key('audit-chain');
  }

  /** Of an entry that follows the one whose MAC is `previous`. */
  entry(previous: string, entry: SealedContent): string {
    const { seq, at, actorId, actor, action, subject, subjectId, details } = entry;
    const content = [seq, at, actorId, actor, action, subject, subjectId, details];
    return this.mac('entry', previous, ...content);
  }

  /** Of the origin: over the entries that are older than the chain. `digest`: of all of them. */
  origin(count: number, digest: string): string {
    return this.mac('origin', count, digest);
  }

  /** Of the stored end. */
  end({ seq, mac, originId, originMac }: Omit<ChainEnd, 'seal'>): string {
    return this.mac('end', seq, mac, originId, originMac);
  }

  /** What the next entry follows when the stored end is not ours: it says so for ever. */
  breach(seq: number): string {
    return this.mac('breach', seq);
  }

  /** Of a note outside of the database. */
  note({ at, seq, mac }: NotedEnd): string {
    return this.mac('note', at, seq, mac);
  }

  /** JSON keeps apart where one value ends and the next begins. */
  private mac(...values: readonly (string | number)[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(values)).digest('hex');
  }
}
