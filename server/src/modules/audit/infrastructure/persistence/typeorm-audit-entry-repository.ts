import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { AuditEntryRepository } from '../../application/ports/audit-entry-repository.js';
import type { AuditQuestion, AuditRecord } from '../../application/ports/audit-entry-repository.js';
import { AuditEntryRow } from './audit-entry.row.js';

/** The book in the database. */
@Injectable()
export class TypeOrmAuditEntryRepository extends AuditEntryRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(entry: Omit<AuditRecord, 'id'>): Promise<void> {
    await this.database.manager.insert(AuditEntryRow, { ...entry, details: { ...entry.details } });
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
