import { Injectable } from '@nestjs/common';
import { AuditSeal } from './audit-seal.js';
import { originOf } from './audit-origin.js';
import { AuditChainStore } from './ports/audit-chain-store.js';
import type { ChainEnd } from './ports/audit-chain-store.js';
import { AuditEntryRepository } from './ports/audit-entry-repository.js';
import type { AuditRecord } from './ports/audit-entry-repository.js';

/** Adds an entry to the end of the chain. */
@Injectable()
export class AppendEntry {
  constructor(
    private readonly store: AuditChainStore,
    private readonly entries: AuditEntryRepository,
    private readonly seal: AuditSeal,
  ) {}

  /** In the caller's unit of work, as its last part: nobody else can append until that is over. */
  async run(entry: Omit<AuditRecord, 'id'>): Promise<void> {
    const end = (await this.store.end(true)) ?? (await this.begin());
    const seq = end.seq + 1;
    const previous = this.seal.end(end) === end.seal ? end.mac : this.seal.breach(seq);
    const details = JSON.stringify(entry.details);
    const mac = this.seal.entry(previous, { ...entry, details, seq });
    await this.entries.add(entry, { seq, mac });
    const moved = this.sealed({ ...end, seq, mac });
    if (!(await this.store.advance(end.seq, moved))) throw new Error('The end of the audit moved');
  }

  /** The chain of an installation begins with its first entry, over those that it already has. */
  private async begin(): Promise<ChainEnd> {
    const { id: originId, count, digest } = await originOf(this.store);
    const originMac = this.seal.origin(count, digest);
    const last = await this.store.last();
    const end =
      last === null || last.seq === null || last.mac === null
        ? this.sealed({ seq: 0, mac: originMac, originId, originMac })
        : // Somebody removed the end: no seal of ours, so that the next entry says so.
          { seq: last.seq, mac: last.mac, originId, originMac, seal: '' };
    if (await this.store.begin(end)) return end;
    const other = await this.store.end(true);
    if (other === null) throw new Error('The end of the audit is neither new nor there');
    return other;
  }

  private sealed(end: Omit<ChainEnd, 'seal'>): ChainEnd {
    return { ...end, seal: this.seal.end(end) };
  }
}
