import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { IdParam } from '#contracts/common.contract.js';
import { ReturnsFile } from '../../../platform/http/returns.js';
import { RequirePermission } from '../../../platform/http/route-access.js';
import { GetImport } from '../application/get-import.js';
import { WriteImportWorkbooks } from '../application/write-import-workbooks.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "Unduh contoh file" and "Unduh baris yang ditolak". */
@Controller('recipient-imports')
@RequirePermission('broadcasts:edit')
export class ImportWorkbooksController {
  constructor(
    private readonly lists: GetImport,
    private readonly workbooks: WriteImportWorkbooks,
  ) {}

  @Get('template.xlsx')
  @ReturnsFile(XLSX)
  async template(@Res() response: Response): Promise<void> {
    announce(response, 'contoh-penerima.xlsx');
    await this.workbooks.template(response);
  }

  @Get(':id/rejected.xlsx')
  @ReturnsFile(XLSX)
  async rejected(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.lists.run(id);
    announce(response, 'baris-ditolak.xlsx');
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    await this.workbooks.rejectedRows(id, language, response);
  }
}

function announce(response: Response, fileName: string): void {
  response.type(XLSX).attachment(fileName);
  // It may hold numbers of patients.
  response.setHeader('Cache-Control', 'no-store');
}
