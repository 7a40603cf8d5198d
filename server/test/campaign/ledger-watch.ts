import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import type { RecipientState } from '#contracts/recipient.contract.js';

/** A recipient as the database has it. */
export interface WatchedRecipient {
  readonly phone: string;
  readonly state: RecipientState;
  readonly reason: string | null;
}

/** Ids of the runs whose counters are not what their recipients add up to. */
export const WRONG_SUMS = `SELECT broadcast_id FROM runs WHERE n_sending <> 0 ${[
  'sent',
  'delivered',
  'read',
  'failed',
  'skipped',
  'unknown',
  'pending',
]
  .map(
    (state) =>
      `OR n_${state} <> (SELECT COUNT(*) FROM recipients
       WHERE import_id = runs.import_id AND state = '${state}')`,
  )
  .join(' ')}`;

/** The server's database, read from outside while it runs and after it was killed. */
export class LedgerWatch {
  private readonly connection: SqliteConnection.Database;

  constructor(dataDir: string) {
    this.connection = new SqliteConnection(join(dataDir, 'prima.db'), { readonly: true });
  }

  /** Ids of the messages that are claimed and of which nothing is known yet. */
  inFlight(): string[] {
    return this.column("SELECT message_id FROM recipients WHERE state = 'sending'");
  }

  /** Ids of all messages that were ever claimed. */
  claimed(): Set<string> {
    return new Set(this.column('SELECT message_id FROM attempts'));
  }

  /** Messages that the server has written down an answer for. */
  recorded(): number {
    return this.column('SELECT message_id FROM attempts WHERE outcome IS NOT NULL').length;
  }

  /** Every recipient of every broadcast. */
  recipients(): WatchedRecipient[] {
    return this.connection
      .prepare<[], WatchedRecipient>('SELECT phone, state, reason FROM recipients')
      .all();
  }

  /** Runs whose counters are not what their recipients add up to. */
  wrongSums(): number {
    return this.column(WRONG_SUMS).length;
  }

  close(): void {
    this.connection.close();
  }

  private column(sql: string): string[] {
    return this.connection.prepare(sql).pluck().all() as string[];
  }
}
