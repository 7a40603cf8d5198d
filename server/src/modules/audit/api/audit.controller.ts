import { Controller, Get, Query } from '@nestjs/common';
import { AuditFilter, AuditPage } from '#contracts/audit.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { RequirePermission } from '../../../platform/http/route-access.js';
import type { AuditRecord } from '../application/ports/audit-entry-repository.js';
import { ReadAudit } from '../application/read-audit.js';

/** The book of who did what, for administrators. */
@Controller('audit')
export class AuditController {
  constructor(private readonly readAudit: ReadAudit) {}

  @Get()
  @RequirePermission('audit:read')
  @Returns(AuditPage)
  async list(@Query({ schema: AuditFilter }) filter: AuditFilter): Promise<AuditPage> {
    const { items, nextCursor } = await this.readAudit.run(filter);
    return { items: items.map(viewOf), nextCursor };
  }
}

const viewOf = ({ at, ...record }: AuditRecord) => ({
  ...record,
  at: new Date(at).toISOString(),
  details: { ...record.details },
});
