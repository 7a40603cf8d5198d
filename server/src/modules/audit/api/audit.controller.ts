import { Controller, Get, Header, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { AuditChoices, AuditFilter, AuditPage, AuditSelection } from '#contracts/audit.contract.js';
import { Returns, ReturnsFile } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ExportAudit } from '../application/export-audit.js';
import type { AuditRecord } from '../application/ports/audit-entry-repository.js';
import { ReadAudit } from '../application/read-audit.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The book of who did what, for administrators. */
@Controller('audit')
export class AuditController {
  constructor(
    private readonly readAudit: ReadAudit,
    private readonly exportAudit: ExportAudit,
  ) {}

  @Get()
  @RequirePermission('audit:read')
  @Returns(AuditPage)
  async list(@Query({ schema: AuditFilter }) filter: AuditFilter): Promise<AuditPage> {
    const { items, nextCursor } = await this.readAudit.run(filter);
    return { items: items.map(viewOf), nextCursor };
  }

  @Get('choices')
  @RequirePermission('audit:read')
  @Returns(AuditChoices)
  async choices(): Promise<AuditChoices> {
    return this.readAudit.choices();
  }

  @Get('entries.xlsx')
  @Limited('export')
  @RequirePermission('audit:read')
  @Header('Cache-Control', 'no-store')
  @ReturnsFile(XLSX)
  async download(
    @Query({ schema: AuditSelection }) selection: AuditSelection,
    @Req() request: Request,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    return new StreamableFile(await this.exportAudit.run(selection, language, actor), {
      type: XLSX,
      disposition: 'attachment; filename="audit.xlsx"',
    });
  }
}

const viewOf = ({ at, ...record }: AuditRecord) => ({
  ...record,
  at: new Date(at).toISOString(),
  details: { ...record.details },
});
