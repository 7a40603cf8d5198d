import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type {
  ImportIssue,
  ImportIssueFilter,
  ImportIssuePage,
} from '#contracts/recipient-import.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { pageFrom, placeOf } from '../../application/list-cursor.js';
import { ImportIssues } from '../../application/ports/import-issues.js';
import { ImportIssueRow } from './import-issue.row.js';
import { insertRows } from './insert-rows.js';

/** `ImportIssues` in the table `recipient_import_issues`. */
@Injectable()
export class TypeormImportIssues extends ImportIssues {
  constructor(private readonly database: Database) {
    super();
  }

  async add(importId: string, issues: readonly Omit<ImportIssue, 'id'>[]): Promise<void> {
    await insertRows(
      this.database.manager,
      'recipient_import_issues',
      ['import_id', 'kind', 'row_no', 'value', 'name', 'reason', 'params'],
      issues.map(({ kind, rowNumber, value, name, reason, params }) => [
        importId,
        kind,
        rowNumber,
        value,
        name,
        reason,
        JSON.stringify(params),
      ]),
    );
  }

  async page(importId: string, filter: ImportIssueFilter): Promise<ImportIssuePage> {
    const { kind, cursor, limit } = filter;
    return pageFrom(await this.after(importId, kind, placeOf(cursor), limit + 1), limit);
  }

  async after(
    importId: string,
    kind: ImportIssue['kind'],
    afterId: number,
    size: number,
  ): Promise<ImportIssue[]> {
    const rows = await this.database.manager.find(ImportIssueRow, {
      where: { importId, kind, id: MoreThan(afterId) },
      order: { id: 'ASC' },
      take: size,
    });
    return rows.map(({ importId: _, ...issue }) => issue);
  }
}
