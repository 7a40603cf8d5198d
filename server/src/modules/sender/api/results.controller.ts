import { Controller, Get, Header, Param, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { IdParam } from '#contracts/common.contract.js';
import { ReturnsFile } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ExportResults } from '../application/export-results.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "Unduh hasil (.xlsx)". */
@Controller('broadcasts/:id')
export class ResultsController {
  constructor(private readonly results: ExportResults) {}

  @RequireFreshProof('recipients:numbers')
  @Get('results.xlsx')
  @Limited('export')
  @RequirePermission('broadcasts:read')
  @Header('Cache-Control', 'no-store') // it holds numbers of patients
  @ReturnsFile(XLSX)
  async download(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Req() request: Request,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    return new StreamableFile(await this.results.run(id, language, actor), {
      type: XLSX,
      disposition: 'attachment; filename="hasil-pengiriman.xlsx"',
    });
  }
}
