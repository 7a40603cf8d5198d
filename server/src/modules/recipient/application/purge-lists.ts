import { Injectable } from '@nestjs/common';
import { ImportRemains } from './ports/import-remains.js';

/** What the broadcast module may delete of attached lists at the end of their retention. */
@Injectable()
export class PurgeLists {
  constructor(private readonly remains: ImportRemains) {}

  /**
   * What the list was read from: names of file and columns, and the sample of its rows. Its counts stay.
   * In the caller's unit of work.
   */
  async report(importId: string): Promise<void> {
    await this.remains.purge(importId);
  }

  /** At most `limit` recipients and rows of the report; answers how many. In the caller's unit of work. */
  async rows(importId: string, limit: number): Promise<number> {
    return this.remains.deleteRows(importId, limit);
  }
}
