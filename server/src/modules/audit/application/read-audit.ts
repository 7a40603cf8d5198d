import { Injectable } from '@nestjs/common';
import type { AuditFilter, AuditSelection } from '#contracts/audit.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditEntryRepository } from './ports/audit-entry-repository.js';
import type { AuditFacets, AuditQuestion, AuditRecord } from './ports/audit-entry-repository.js';

/** One page of the book, newest first. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly entries: AuditEntryRepository,
  ) {}

  /** `nextCursor` is null on the last page. Throws REQUEST.INVALID for a cursor that we never gave out. */
  async run(filter: AuditFilter): Promise<{ items: AuditRecord[]; nextCursor: string | null }> {
    const { limit, cursor, ...selection } = filter;
    const before = cursor === undefined ? null : idOfCursor(cursor);
    // One more than asked for tells whether there is a next page.
    const found = await this.unit.run(() =>
      this.entries.newest({ ...questionOf(selection), before, limit: limit + 1 }),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: found.length > limit && last !== undefined ? String(last.id) : null,
    };
  }

  /** What the book can be filtered by. */
  async choices(): Promise<AuditFacets> {
    return this.unit.run(() => this.entries.facets());
  }
}

/** A selection in the terms of the storage. */
export function questionOf({
  from,
  until,
  ...equal
}: AuditSelection): Omit<AuditQuestion, 'before' | 'limit'> {
  return { ...equal, from: momentOf(from), until: momentOf(until) };
}

const momentOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

function idOfCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new DomainError('REQUEST.INVALID', {}, [
    { pointer: '/cursor', code: 'REQUEST.FIELD_INVALID' },
  ]);
}
