import { Injectable } from '@nestjs/common';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { AuditEntryRepository } from '../../application/ports/audit-entry-repository.js';
import type {
  AuditFacets,
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

  async newest({ before, limit, ...wanted }: AuditQuestion): Promise<AuditRecord[]> {
    const { actorId, action, subject, subjectId, from, until } = wanted;
    return this.database.manager.find(AuditEntryRow, {
      where: {
        ...(actorId !== undefined && { actorId }),
        ...(action !== undefined && { action }),
        ...(subject !== undefined && { subject }),
        ...(subjectId !== undefined && { subjectId }),
        ...((from !== undefined || until !== undefined) && {
          at: And(MoreThanOrEqual(from ?? 0), LessThan(until ?? Number.MAX_SAFE_INTEGER)),
        }),
        ...(before !== null && { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async facets(): Promise<AuditFacets> {
    const people = await this.database.manager.query<AuditFacets['people']>(
      `SELECT actor_id AS id, actor AS name FROM audit_entries
       WHERE id IN (SELECT MAX(id) FROM audit_entries GROUP BY actor_id) ORDER BY actor`,
    );
    return {
      people,
      actions: await this.different('action'),
      subjects: await this.different('subject'),
    };
  }

  private async different(column: 'action' | 'subject'): Promise<string[]> {
    const rows = await this.database.manager.query<{ value: string }[]>(
      `SELECT DISTINCT ${column} AS value FROM audit_entries ORDER BY ${column}`,
    );
    return rows.map(({ value }) => value);
  }
}
