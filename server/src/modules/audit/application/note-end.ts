import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { AuditSeal } from './audit-seal.js';
import { AuditChainStore } from './ports/audit-chain-store.js';
import { AuditNotes } from './ports/audit-notes.js';

/** Time between two notes, in milliseconds. */
const ROUND = 60 * 60 * 1000;

/**
 * Notes outside of the database where the audit ends: at boot, every hour and at the end. A chain verifies
 * itself alone; that its last entries were not cut off is known only by who saw them.
 */
@Injectable()
export class NoteEnd implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  private rounds: Promise<void> = Promise.resolve();
  private noted = 0;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly store: AuditChainStore,
    private readonly notes: AuditNotes,
    private readonly seal: AuditSeal,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds = this.everyHour();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    await this.rounds;
  }

  private async everyHour(): Promise<void> {
    const { signal } = this.shutdown;
    for (let last = false; !last;) {
      last = signal.aborted;
      await this.note().catch((error: unknown) => {
        this.log.error('The end of the audit could not be noted', error);
      });
      if (!last) await this.clock.wait(ROUND, signal);
    }
  }

  /** Nothing is noted twice, and never an end that is not ours: it would make it look right. */
  private async note(): Promise<void> {
    const end = await this.unit.run(() => this.store.end(false));
    if (end === null || end.seq === this.noted) return;
    if (this.seal.end(end) !== end.seal) {
      this.log.error('The audit was altered', new Error('Run npm run audit:verify'));
      return;
    }
    const note = { at: this.clock.now(), seq: end.seq, mac: end.mac };
    await this.notes.add({ ...note, seal: this.seal.note(note) });
    this.noted = end.seq;
    this.log.info('End of the audit', { seq: end.seq, mac: end.mac });
  }
}
