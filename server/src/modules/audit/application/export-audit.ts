import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AuditSelection } from '#contracts/audit.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AuditLog } from './audit-log.js';
import { AuditEntryRepository } from './ports/audit-entry-repository.js';
import type { AuditRecord } from './ports/audit-entry-repository.js';
import { AuditWorkbook } from './ports/audit-workbook.js';
import type { WorkbookLanguage } from './ports/audit-workbook.js';
import { questionOf } from './read-audit.js';

/** Entries of one unit: memory stays flat, and others do not wait. */
const AT_A_TIME = 500;

/** Unduh audit: the selected entries, newest first, as a file. */
@Injectable()
export class ExportAudit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly entries: AuditEntryRepository,
    private readonly log: AuditLog,
    private readonly workbook: AuditWorkbook,
  ) {}

  /** The .xlsx file as a stream. That it was downloaded, and what of it, is an entry as well. */
  async run(
    selection: AuditSelection,
    language: WorkbookLanguage,
    actor: Actor,
  ): Promise<Readable> {
    const details = { ...selection };
    await this.unit.run(() =>
      this.log.record(actor, {
        action: 'audit.export',
        subject: 'audit',
        subjectId: 'book',
        details,
      }),
    );
    return this.workbook.write(language, this.pages(selection));
  }

  private async *pages(selection: AuditSelection): AsyncIterable<readonly AuditRecord[]> {
    const question = questionOf(selection);
    for (let before: number | null = null; ;) {
      const place: number | null = before;
      const page: AuditRecord[] = await this.unit.run(() =>
        this.entries.newest({ ...question, before: place, limit: AT_A_TIME }),
      );
      const last = page.at(-1);
      if (!last) return;
      yield page;
      before = last.id;
    }
  }
}
