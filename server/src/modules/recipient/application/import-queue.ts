import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Log } from '../../../platform/logging/log.js';

/**
 * Files that may be worked on or wait for it at once. Two are read at a time (the reader sees to
 * that); ten more may wait, each holding a file of up to the upload limit on the disk.
 */
const MOST_JOBS = 12;

/** Work on lists that goes on after the request that asked for it was answered. */
@Injectable()
export class ImportQueue implements BeforeApplicationShutdown {
  private readonly jobs = new Set<Promise<void>>();
  private readonly shutdown = new AbortController();

  constructor(private readonly log: Log) {}

  /** Refuses with IMPORT.BUSY when too many files wait already. */
  assertRoom(): void {
    if (this.jobs.size >= MOST_JOBS) throw new DomainError('IMPORT.BUSY');
  }

  /** Starts `work`. Its signal aborts when the server stops; then it has to end soon. */
  start(work: (signal: AbortSignal) => Promise<void>): void {
    const job = work(this.shutdown.signal)
      .catch((error: unknown) => {
        this.log.error('Work on a list of recipients failed', error);
      })
      .finally(() => this.jobs.delete(job));
    this.jobs.add(job);
  }

  /** Resolves once nothing is being worked on. */
  async idle(): Promise<void> {
    while (this.jobs.size > 0) await Promise.all(this.jobs);
  }

  /** Calls off what runs and waits for its end, while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort(new Error('The server is stopping'));
    await this.idle();
  }
}
