import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SortedRows } from '../domain/recipient-list.js';
import { importIssuesOf } from './import-issues-of.js';
import { ImportIssues } from './ports/import-issues.js';
import { ImportRemains } from './ports/import-remains.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { Recipients } from './ports/recipients.js';

/**
 * Most rows that one unit of work writes or deletes. The embedded database works inside the event
 * loop: 1,000 rows take it 5–20 ms, far below the 100 ms that a request may be held up.
 */
export const ROWS_PER_UNIT = 1_000;

/** The list was given up or failed while its rows were being stored. */
export class ListGone extends Error {
  override readonly name = 'ListGone';
}

/** Writes and deletes the rows of lists in small units, and lets others work between them. */
@Injectable()
export class RowStore {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly recipients: Recipients,
    private readonly issues: ImportIssues,
    private readonly remains: ImportRemains,
  ) {}

  /**
   * Stores rows of a list that is being read, and counts them.
   *
   * @param rows at most {@link ROWS_PER_UNIT}
   * @throws ListGone when nobody waits for them any more
   */
  async store(importId: string, rows: Readonly<SortedRows>): Promise<void> {
    await this.unit.run(async () => {
      const read = {
        rows: rows.rowsRead,
        accepted: rows.accepted.length,
        rejected: rows.rejected.length,
        duplicates: rows.duplicates.length,
      };
      // First, so that it also locks the list against being given up at the same time.
      if (!(await this.imports.count(importId, read))) throw new ListGone(importId);
      await this.recipients.add(importId, rows.accepted);
      await this.issues.add(importId, importIssuesOf(rows));
    });
    await eventLoopTurn();
  }

  /** Deletes the rows of a list that is not used any more: all of them unless `signal` aborts. */
  async removeAll(importId: string, signal?: AbortSignal): Promise<void> {
    let removed: number;
    do {
      removed = await this.unit.run(() => this.remains.deleteRows(importId, ROWS_PER_UNIT));
      await eventLoopTurn();
    } while (removed > 0 && signal?.aborted !== true);
  }
}
