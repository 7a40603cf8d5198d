import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { recipientFor } from '../../recipient/index.js';
import { RecipientReports } from './ports/recipient-reports.js';
import { ResultsWorkbook } from './ports/results-workbook.js';
import type { WorkbookLanguage } from './ports/results-workbook.js';
import { RunRepository } from './ports/run-repository.js';

/** Recipients of one unit: memory stays flat, and lanes do not wait. */
const AT_A_TIME = 500;

/** Unduh hasil: what became of every recipient of a broadcast. */
@Injectable()
export class ExportResults {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly reports: RecipientReports,
    private readonly workbook: ResultsWorkbook,
  ) {}

  /** The .xlsx file as a stream, with numbers as `actor` may see them. Throws RUN.NOT_FOUND. */
  async run(broadcastId: string, language: WorkbookLanguage, actor: Actor): Promise<Readable> {
    const [run] = await this.unit.run(() => this.runs.find([broadcastId], actor.devices));
    if (!run) throw new DomainError('RUN.NOT_FOUND');
    return this.workbook.write(language, this.pages(run.importId, actor));
  }

  private async *pages(importId: string, actor: Actor): AsyncIterable<readonly RecipientView[]> {
    for (let afterId = 0; ;) {
      const place = afterId;
      const page = await this.unit.run(() => this.reports.after(importId, place, AT_A_TIME));
      const last = page.at(-1);
      if (!last) return;
      yield page.map((recipient) => recipientFor(actor, recipient));
      afterId = last.id;
    }
  }
}
