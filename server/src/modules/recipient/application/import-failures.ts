import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import { FileRefused } from '../domain/file-refusal.js';
import type { ImportFailure, RecipientImport } from '../domain/recipient-import.js';
import { ImportNews } from './import-news.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { Uploads } from './ports/uploads.js';
import { ListGone, RowStore } from './row-store.js';

/** The server stopped while a list was being read. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Ends lists that could not be read: says why, and leaves neither file nor rows. */
@Injectable()
export class ImportFailures {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly rows: RowStore,
    private readonly uploads: Uploads,
    private readonly news: ImportNews,
    private readonly log: Log,
  ) {}

  /**
   * Ends `list`, which could not leave its present state because of `error`. Answers how it is now,
   * or null when it was not there any more.
   */
  async record(list: RecipientImport, error: unknown): Promise<RecipientImport | null> {
    if (list.storedName !== null) await this.uploads.remove(list.storedName);
    if (error instanceof ListGone) return null;
    const change = { storedName: null, failure: this.failureOf(error) };
    const moved = await this.unit.run(() =>
      this.imports.move(list.id, list.state, 'failed', change),
    );
    if (!moved) return null;
    const failed: RecipientImport = { ...list, ...change, state: 'failed' };
    this.news.changed(failed);
    await this.rows.removeAll(list.id);
    return failed;
  }

  private failureOf(error: unknown): ImportFailure {
    if (error instanceof FileRefused) return { code: error.code, params: { ...error.params } };
    if (error instanceof Interrupted) return { code: 'interrupted', params: {} };
    this.log.error('A list of recipients could not be read', error);
    return { code: 'unexpected', params: {} };
  }
}
