import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { IdParam } from '#contracts/common.contract.js';
import { ReturnsFile } from '../../../platform/http/returns.js';
import { RequirePermission } from '../../../platform/http/route-access.js';
import { ExportResults } from '../application/export-results.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "Unduh hasil (.xlsx)". */
@Controller('broadcasts/:id')
export class ResultsController {
  constructor(private readonly results: ExportResults) {}

  @Get('results.xlsx')
  @RequirePermission('broadcasts:read')
  @ReturnsFile(XLSX)
  async download(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    const file = await this.results.run(id, language);
    response.type(XLSX).attachment('hasil-pengiriman.xlsx');
    // It holds numbers of patients.
    response.setHeader('Cache-Control', 'no-store');
    await pipeline(file, response);
  }
}
