import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ImportRemains } from './ports/import-remains.js';
import { RowStore } from './row-store.js';

/** Deletes lists that were given up, rows first, in small units. */
@Injectable()
export class RemoveDiscardedLists {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly remains: ImportRemains,
    private readonly rows: RowStore,
  ) {}

  /** Goes on where it was stopped: a list disappears only after all its rows. */
  async run(signal: AbortSignal): Promise<void> {
    for (const id of await this.unit.run(() => this.remains.discarded())) {
      await this.rows.removeAll(id, signal);
      if (signal.aborted) return;
      await this.unit.run(() => this.remains.deleteList(id));
    }
  }
}
