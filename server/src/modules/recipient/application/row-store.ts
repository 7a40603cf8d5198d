import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportCounts } from '#contracts/recipient-import.contract.js';
import { countsOf } from '../domain/recipient-list.js';
import type { SortedRows } from '../domain/recipient-list.js';
import { importIssuesOf } from './import-issues-of.js';
import { MarkOptedOut, optedOutOf } from './mark-opted-out.js';
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
    private readonly optOuts: MarkOptedOut,
  ) {}

  /**
   * Stores rows of a list that is being read, and answers how many they were.
   *
   * @param rows at most {@link ROWS_PER_UNIT}
   * @throws ListGone when nobody waits for them any more
   */
  async store(importId: string, rows: Readonly<SortedRows>): Promise<ImportCounts> {
    const counts = await this.unit.run(async () => {
      const accepted = await this.optOuts.mark(rows.accepted);
      const read = countsOf(rows, optedOutOf(accepted));
      // First, so that it also locks the list against being given up at the same time.
      if (!(await this.imports.count(importId, read))) throw new ListGone(importId);
      await this.recipients.add(importId, accepted);
      await this.issues.add(importId, importIssuesOf(rows));
      return read;
    });
    await eventLoopTurn();
    return counts;
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
