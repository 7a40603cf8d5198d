import { Injectable } from '@nestjs/common';
import type { SubjectRecord } from '#contracts/subject.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { RecipientLists, SubjectRows } from '../../recipient/index.js';
import type { SubjectRow } from '../../recipient/index.js';
import { Runs } from '../../sender/index.js';
import { EditRecipients } from './edit-recipients.js';

/** Erases one person from one list. */
@Injectable()
export class EraseRecipient {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: SubjectRows,
    private readonly lists: RecipientLists,
    private readonly edit: EditRecipients,
    private readonly runs: Runs,
  ) {}

  /**
   * @param record the message that has the list; undefined while it is only being prepared. Refuses
   *   SUBJECT.BEING_SENT when it has begun to be sent meanwhile, SUBJECT.LAST_OF_DRAFT
   */
  async run(row: SubjectRow, record: SubjectRecord | undefined, actor: Actor): Promise<void> {
    if (!record) return this.fromPreparedList(row);
    const { broadcastId, status, title } = record;
    if (status === 'draft' || status === 'confirmed') {
      await this.fromDraft(broadcastId, row.id, title, actor);
      return;
    }
    await this.unit.run(async () => {
      if (!(await this.rows.anonymise(row.id))) {
        throw new DomainError('SUBJECT.BEING_SENT', { title });
      }
      await this.runs.eraseAddresses(broadcastId, row.id);
    });
  }

  /** As a person who edits it: a confirmation is taken back, since the list is another one now. */
  private async fromDraft(id: string, recipientId: number, title: string, actor: Actor) {
    try {
      await this.edit.remove(id, recipientId, actor);
    } catch (error) {
      if (isLastOne(error)) throw new DomainError('SUBJECT.LAST_OF_DRAFT', { title });
      throw error;
    }
  }

  private async fromPreparedList({ importId, id }: SubjectRow): Promise<void> {
    try {
      await this.unit.run(() => this.lists.remove(importId, id));
    } catch (error) {
      if (!isLastOne(error)) throw error;
      await this.unit.run(() => this.lists.discard(importId));
    }
  }
}

const isLastOne = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'RECIPIENT.LAST_ONE';
