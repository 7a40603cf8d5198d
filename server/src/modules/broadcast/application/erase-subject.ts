import { Injectable } from '@nestjs/common';
import type { SubjectErased, SubjectRecord } from '#contracts/subject.contract.js';
import { Database } from '../../../platform/database/database.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import { SubjectRows } from '../../recipient/index.js';
import type { SubjectRow } from '../../recipient/index.js';
import { EraseRecipient } from './erase-recipient.js';
import { FindSubject, readPhone } from './find-subject.js';

/** Rows of reports that are looked at in one unit of work. */
const AT_A_TIME = 5_000;

/**
 * Erases one person: what was sent keeps its state, so that every count stays, and loses number, name and
 * values; what was not sent yet loses the recipient. What Jangan kirim knows of them stays: a hash.
 */
@Injectable()
export class EraseSubject {
  constructor(
    private readonly database: Database,
    private readonly rows: SubjectRows,
    private readonly subject: FindSubject,
    private readonly recipient: EraseRecipient,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
  ) {}

  /**
   * Everything or nothing is checked first; then in small units, so that it can be done again when it was
   * interrupted. Refuses PHONE.NOT_A_NUMBER; SUBJECT.BEING_SENT and SUBJECT.LAST_OF_DRAFT with the name of
   * the message.
   */
  async run(typed: string, actor: Actor): Promise<SubjectErased> {
    const phone = readPhone(typed);
    const { rows, records } = await this.database.run(async () => {
      const rows = await this.rows.find(phone);
      return { rows, records: await this.subject.records(rows) };
    });
    const blocking = records.find(({ blocks }) => blocks);
    if (blocking) throw new DomainError('SUBJECT.BEING_SENT', { title: blocking.title });
    for (const row of rows) await this.eraseRow(row, records, actor);
    const reportRows = await this.eraseReports(phone, rows);
    await this.database.run(() =>
      this.audit.record(actor, {
        action: 'subject.erase',
        subject: 'subject',
        subjectId: this.ids.next(),
        details: { recipients: rows.length, reportRows },
      }),
    );
    await this.database.scrub();
    return { recipients: rows.length, reportRows };
  }

  private async eraseRow(
    row: SubjectRow,
    records: readonly SubjectRecord[],
    actor: Actor,
  ): Promise<void> {
    const record = records.find(({ broadcastId }) => broadcastId === row.broadcastId);
    await this.recipient.run(row, record, actor);
  }

  private async eraseReports(phone: string, rows: readonly SubjectRow[]): Promise<number> {
    let count = 0;
    await this.database.run(() => this.rows.clearPreviews(rows.map(({ importId }) => importId)));
    for (let after: number | null = 0; after !== null;) {
      const from: number = after;
      const found = await this.database.run(async () => {
        const found = await this.rows.naming(phone, from, AT_A_TIME);
        await this.rows.clearIssues(found.ids);
        await this.rows.clearPreviews(found.importIds);
        return found;
      });
      count += found.ids.length;
      after = found.lastId;
    }
    return count;
  }
}
