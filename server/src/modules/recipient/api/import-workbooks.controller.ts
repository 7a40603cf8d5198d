import type { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { IdParam } from '#contracts/common.contract.js';
import { ReturnsFile } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { WriteImportWorkbooks } from '../application/write-import-workbooks.js';

/** Media type of .xlsx (IANA). */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "Unduh contoh file" and "Unduh baris yang ditolak". */
@Controller('recipient-imports')
@RequirePermission('broadcasts:edit')
export class ImportWorkbooksController {
  constructor(private readonly workbooks: WriteImportWorkbooks) {}

  @Get('template.xlsx')
  @ReturnsFile(XLSX)
  template(): StreamableFile {
    return download('contoh-penerima.xlsx', this.workbooks.template());
  }

  @Get(':id/rejected.xlsx')
  @Limited('export')
  @Header('Cache-Control', 'no-store') // it holds numbers of patients
  @ReturnsFile(XLSX)
  async rejected(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Req() request: Request,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const language = request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
    const rows = await this.workbooks.rejectedRows(id, language, actor);
    return download('baris-ditolak.xlsx', rows);
  }
}

function download(fileName: string, content: Readable): StreamableFile {
  return new StreamableFile(content, {
    type: XLSX,
    disposition: `attachment; filename="${fileName}"`,
  });
}
