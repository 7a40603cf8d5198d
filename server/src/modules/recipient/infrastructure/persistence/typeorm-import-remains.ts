import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { FindOptionsWhere } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { ImportRemains } from '../../application/ports/import-remains.js';
import { UNFINISHED_STATES } from '../../domain/recipient-import.js';
import { RecipientImportRow } from './recipient-import.row.js';

/** `ImportRemains` in the tables of the recipient module. */
@Injectable()
export class TypeormImportRemains extends ImportRemains {
  constructor(private readonly database: Database) {
    super();
  }

  async unfinished(): Promise<string[]> {
    return this.ids({ state: In(UNFINISHED_STATES), discardedAt: IsNull() });
  }

  async discardUnattached(before: number, at: number): Promise<void> {
    // One statement, so that a list which a broadcast takes at this moment is not given up.
    await this.database.affectedBy(
      `UPDATE recipient_imports SET discarded_at = ?
       WHERE broadcast_id IS NULL AND discarded_at IS NULL AND created_at < ?`,
      [at, before],
    );
  }

  async discarded(): Promise<string[]> {
    return this.ids({ discardedAt: Not(IsNull()) });
  }

  async storedNames(): Promise<string[]> {
    const rows = await this.database.manager.find(RecipientImportRow, {
      select: { id: true, storedName: true },
      where: { storedName: Not(IsNull()), discardedAt: IsNull() },
    });
    return rows.flatMap(({ storedName }) => storedName ?? []);
  }

  async deleteRows(importId: string, limit: number): Promise<number> {
    const recipients = await this.deleteFrom('recipients', importId, limit);
    if (recipients >= limit) return recipients;
    return (
      recipients + (await this.deleteFrom('recipient_import_issues', importId, limit - recipients))
    );
  }

  async purge(importId: string): Promise<void> {
    await this.database.affectedBy(
      `UPDATE recipient_imports
       SET file_name = NULL, preview = NULL, column_choice = NULL, variable_names = '[]', failure = NULL
       WHERE id = ?`,
      [importId],
    );
  }

  async deleteList(importId: string): Promise<void> {
    await this.database.manager.delete(RecipientImportRow, {
      id: importId,
      discardedAt: Not(IsNull()),
    });
  }

  /** In two statements: neither database knows a portable DELETE with a LIMIT. */
  private async deleteFrom(
    table: 'recipients' | 'recipient_import_issues',
    importId: string,
    limit: number,
  ): Promise<number> {
    const rows = await this.database.manager.query<{ id: number }[]>(
      `SELECT id FROM ${table} WHERE import_id = ? LIMIT ${String(limit)}`,
      [importId],
    );
    if (rows.length === 0) return 0;
    const places = rows.map(() => '?').join(', ');
    return this.database.affectedBy(
      `DELETE FROM ${table} WHERE id IN (${places})`,
      rows.map(({ id }) => id),
    );
  }

  private async ids(where: FindOptionsWhere<RecipientImportRow>): Promise<string[]> {
    const rows = await this.database.manager.find(RecipientImportRow, {
      select: { id: true },
      where,
      order: { id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }
}
