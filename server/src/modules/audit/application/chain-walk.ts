import type { AuditFinding } from './audit-findings.js';
import type { AuditSeal } from './audit-seal.js';
import type { StoredEntry } from './ports/audit-chain-store.js';

/** Follows the chain from entry to entry, and says where it breaks. */
export class ChainWalk {
  readonly findings: AuditFinding[] = [];
  /** Places of the entries that say: a database older than what had been sent was found. */
  readonly restores: { readonly seq: number; readonly at: number }[] = [];
  private lastSeq = 0;
  private lastId = 0;
  /** MACs that the next entry may follow: of an altered entry both the stored and the right one. */
  private previous: readonly string[];

  /** @param origin the MAC that the first entry follows */
  constructor(
    private readonly seal: AuditSeal,
    origin: string,
  ) {
    this.previous = [origin];
  }

  /** The next entry, in the order of places. */
  step(entry: StoredEntry): void {
    const { id } = entry;
    const seq = entry.seq ?? 0;
    const known = seq === this.lastSeq + 1;
    if (seq > this.lastSeq + 1) {
      this.findings.push({ kind: 'removed', from: this.lastSeq + 1, to: seq - 1 });
    }
    if (id < this.lastId) this.findings.push({ kind: 'reordered', seq, id });
    // What follows a gap can only be taken at its word.
    if (!known || this.isRight(entry, seq)) this.follow(entry.mac ?? '');
    this.lastSeq = seq;
    this.lastId = Math.max(id, this.lastId);
  }

  /** The chain was said to go on to this place. */
  endsAt(seq: number): void {
    if (seq <= this.lastSeq) return;
    this.findings.push({ kind: 'removed', from: this.lastSeq + 1, to: seq });
  }

  private isRight(entry: StoredEntry, seq: number): boolean {
    const content = { ...entry, seq };
    const right = this.previous.map((mac) => this.seal.entry(mac, content));
    if (right.includes(entry.mac ?? '')) {
      this.remember(entry, seq);
      return true;
    }
    if (this.seal.entry(this.seal.breach(seq), content) === entry.mac) {
      this.findings.push({ kind: 'end', seq });
      return true;
    }
    this.findings.push({ kind: 'altered', seq, id: entry.id });
    this.follow(entry.mac ?? '', ...right);
    return false;
  }

  private remember({ action, at }: StoredEntry, seq: number): void {
    if (action === 'safe-mode.enter') this.restores.push({ seq, at });
  }

  private follow(...macs: readonly string[]): void {
    this.previous = macs;
  }
}
