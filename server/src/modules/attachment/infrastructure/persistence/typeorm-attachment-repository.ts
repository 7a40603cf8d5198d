import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { ofBroadcasts } from '../../../../platform/database/scope-condition.js';
import type { Onlooker } from '../../../../platform/kernel/actor.js';
import { AttachmentRepository } from '../../application/ports/attachment-repository.js';
import type { AttachmentUse } from '../../application/ports/attachment-repository.js';
import type { Attachment } from '../../domain/attachment.js';
import { AttachmentUseRow } from './attachment-use.row.js';
import { AttachmentRow } from './attachment.row.js';

const UNUSED = `NOT EXISTS (SELECT 1 FROM attachment_uses u WHERE u.attachment_id = attachments.id)`;

/** `AttachmentRepository` in the tables `attachments` and `attachment_uses`. */
@Injectable()
export class TypeormAttachmentRepository extends AttachmentRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(attachment: Attachment): Promise<void> {
    await this.database.manager.insert(AttachmentRow, { ...attachment });
  }

  async find(ids: readonly string[]): Promise<Attachment[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.manager.findBy(AttachmentRow, { id: In([...new Set(ids)]) });
    return rows.map(attachmentOf);
  }

  async findFor(id: string, onlooker: Onlooker): Promise<Attachment | null> {
    const its = 'SELECT u.user_id FROM attachment_uses u WHERE u.attachment_id = a.id';
    const there = ofBroadcasts(onlooker, 'a.created_by_id', its);
    const rows = await this.database.manager.query<{ id: string }[]>(
      `SELECT a.id FROM attachments a WHERE a.id = ? AND ${there.sql}`,
      [id, ...there.parameters],
    );
    return rows.length === 0 ? null : ((await this.find([id]))[0] ?? null);
  }

  async hold(id: string): Promise<Attachment | null> {
    const row = await this.database.manager.findOne(AttachmentRow, {
      where: { id },
      // The embedded database runs one unit at a time and knows no lock of a row.
      ...(!this.database.isSqlite && { lock: { mode: 'pessimistic_write' as const } }),
    });
    return row && attachmentOf(row);
  }

  async addUse(attachmentId: string, use: AttachmentUse): Promise<void> {
    const row = rowOf(attachmentId, use);
    if (await this.database.manager.existsBy(AttachmentUseRow, row)) return;
    await this.database.manager.insert(AttachmentUseRow, row);
  }

  async removeUse(attachmentId: string, use: AttachmentUse): Promise<void> {
    await this.database.manager.delete(AttachmentUseRow, rowOf(attachmentId, use));
  }

  async removeUnused(id: string): Promise<boolean> {
    // Held first: on MariaDB whoever takes it at this moment is waited for, and their use is seen.
    if (!(await this.hold(id))) return false;
    return this.database.compareAndSet(`DELETE FROM attachments WHERE id = ? AND ${UNUSED}`, [id]);
  }

  async unused(before: number): Promise<Attachment[]> {
    const rows = await this.database.manager
      .createQueryBuilder(AttachmentRow, 'attachments')
      .where('attachments.createdAt < :before', { before })
      .andWhere(UNUSED)
      .getMany();
    return rows.map(attachmentOf);
  }

  async hasContent(sha256: string): Promise<boolean> {
    return this.database.manager.existsBy(AttachmentRow, { sha256 });
  }
}

function rowOf(attachmentId: string, { by, id }: AttachmentUse): AttachmentUseRow {
  return { attachmentId, usedBy: by, userId: id };
}

function attachmentOf(row: AttachmentRow): Attachment {
  const { id, kind, fileName, mimeType, size, sha256, createdAt, createdById, createdBy } = row;
  return { id, kind, fileName, mimeType, size, sha256, createdAt, createdById, createdBy };
}
