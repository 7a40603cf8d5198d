import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { AuditEntryRepository } from '../../application/ports/audit-entry-repository.js';
import type {
  AuditLink,
  AuditQuestion,
  AuditRecord,
} from '../../application/ports/audit-entry-repository.js';
import { AuditEntryRow } from './audit-entry.row.js';

/** The book in the database. */
@Injectable()
export class TypeOrmAuditEntryRepository extends AuditEntryRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(entry: Omit<AuditRecord, 'id'>, { seq, mac }: AuditLink): Promise<void> {
    const details = { ...entry.details };
    await this.database.manager.insert(AuditEntryRow, { ...entry, details, seq, mac });
  }

  async newest({ subject, subjectId, before, limit }: AuditQuestion): Promise<AuditRecord[]> {
    return this.database.manager.find(AuditEntryRow, {
      where: {
        ...(subject !== undefined && { subject }),
        ...(subjectId !== undefined && { subjectId }),
        ...(before !== null && { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
