import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { AuditFinding, AuditRestore, AuditVerdict } from './audit-findings.js';
import { originOf } from './audit-origin.js';
import type { AuditOrigin } from './audit-origin.js';
import type { AuditSeal, NotedEnd } from './audit-seal.js';
import { ChainWalk } from './chain-walk.js';
import type { AuditChainStore, ChainEnd, StoredEntry } from './ports/audit-chain-store.js';
import type { AuditNotes, SignedNote } from './ports/audit-notes.js';

/** Entries that are read together: others get their turn in between. */
const PAGE = 1_000;

/** Strange entries that are named, at most. */
const NAMED = 100;

/** What is true of the book at one moment. */
interface Frame {
  readonly end: ChainEnd | null;
  readonly origin: AuditOrigin;
  /** Without a place although younger than the origin, or with one behind the end. */
  readonly strange: readonly StoredEntry[];
  readonly isGuarded: boolean;
}

/** Compares the whole book with its MACs, and with what was noted about it. Changes nothing. */
export class VerifyAudit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly store: AuditChainStore,
    private readonly notes: AuditNotes,
    private readonly seal: AuditSeal,
  ) {}

  /** @param more ends that a person noted elsewhere */
  async run(more: readonly Omit<NotedEnd, 'at'>[] = []): Promise<AuditVerdict> {
    const notes = await this.notes.all();
    const frame = await this.unit.run(() => this.frame());
    const findings: AuditFinding[] = [];
    const end = frame.end;
    const originMac = this.seal.origin(frame.origin.count, frame.origin.digest);
    if (end !== null && end.originMac !== originMac) findings.push({ kind: 'before-chain' });
    const walk = new ChainWalk(this.seal, end?.originMac ?? originMac);
    const noted = new Map<number, string>();
    const wanted = new Set([...notes, ...more].map((note) => note?.seq));
    for await (const entry of this.entries(end?.seq ?? 0)) {
      walk.step(entry);
      if (wanted.has(entry.seq ?? 0)) noted.set(entry.seq ?? 0, entry.mac ?? '');
    }
    walk.endsAt(end?.seq ?? 0);
    findings.push(...walk.findings);
    for (const { id } of frame.strange) findings.push({ kind: 'inserted', id });
    const isOurs = end === null ? frame.strange.length === 0 : this.seal.end(end) === end.seal;
    if (!isOurs) findings.push({ kind: 'end', seq: null });
    findings.push(...this.compare(notes, noted, walk));
    for (const { seq, mac } of more) {
      if (noted.get(seq) !== mac) findings.push({ kind: 'noted', at: 0, seq });
    }
    return {
      entries: end?.seq ?? 0,
      older: frame.origin.count,
      end: end === null ? null : { seq: end.seq, mac: end.mac },
      notes: notes.length + more.length,
      isGuarded: frame.isGuarded,
      restores: restoresOf(walk, notes),
      findings,
    };
  }

  private async frame(): Promise<Frame> {
    const end = await this.store.end(false);
    const origin = await originOf(this.store, end?.originId);
    const loose = end === null ? [] : await this.store.unchained(end.originId, NAMED);
    const behind = await this.store.chained(end?.seq ?? 0, NAMED);
    const isGuarded = await this.store.isGuarded();
    return { end, origin, strange: [...loose, ...behind], isGuarded };
  }

  private async *entries(upTo: number): AsyncIterable<StoredEntry> {
    for (let after = 0; after < upTo;) {
      const place = after;
      const page = await this.unit.run(() => this.store.chained(place, PAGE));
      for (const entry of page) if ((entry.seq ?? 0) <= upTo) yield entry;
      const last = page.at(-1)?.seq ?? null;
      if (last === null) return;
      after = last;
    }
  }

  private compare(
    notes: readonly (SignedNote | null)[],
    found: ReadonlyMap<number, string>,
    { restores }: ChainWalk,
  ): AuditFinding[] {
    return notes.flatMap((note, at): AuditFinding[] => {
      if (note === null || this.seal.note(note) !== note.seal) {
        return [{ kind: 'note', line: at + 1 }];
      }
      if (found.get(note.seq) === note.mac) return [];
      if (restores.some((restore) => isLost(note, restore))) return [];
      return [{ kind: 'noted', at: note.at, seq: note.seq }];
    });
  }
}

/** Whether a note is of entries that were there before a restore, and are not any more. */
const isLost = (note: NotedEnd, restore: { readonly seq: number; readonly at: number }): boolean =>
  note.at <= restore.at && note.seq >= restore.seq;

function restoresOf(
  { restores }: ChainWalk,
  notes: readonly (SignedNote | null)[],
): AuditRestore[] {
  return restores.map((restore) => {
    const lost = notes.filter((note) => note !== null && isLost(note, restore));
    const highest = Math.max(...lost.map((note) => note?.seq ?? 0), restore.seq - 1);
    return { at: restore.at, lost: highest - restore.seq + 1 };
  });
}
