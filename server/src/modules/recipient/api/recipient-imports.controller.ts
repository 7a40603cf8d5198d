import { Body, Controller, Get, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { IdParam } from '#contracts/common.contract.js';
import {
  ColumnChoice,
  FreetextImport,
  FreetextReading,
  RecipientImportView,
} from '#contracts/recipient-import.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ChooseColumns } from '../application/choose-columns.js';
import { GetImport } from '../application/get-import.js';
import { ImportFreetext } from '../application/import-freetext.js';
import { ReadFreetext } from '../application/read-freetext.js';
import { StartUpload } from '../application/start-upload.js';

/** Name of the form field that holds the file. */
const FILE_FIELD = 'file';

/** Making a list of recipients: Freetext, or Upload Excel in two steps (file, then columns). */
@Controller('recipient-imports')
@RequirePermission('broadcasts:edit')
export class RecipientImportsController {
  constructor(
    private readonly startUpload: StartUpload,
    private readonly chooseColumns: ChooseColumns,
    private readonly importFreetext: ImportFreetext,
    private readonly readFreetext: ReadFreetext,
    private readonly getImport: GetImport,
  ) {}

  @Post()
  @Limited('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { [FILE_FIELD]: { type: 'string', format: 'binary' } } },
  })
  @UseInterceptors(FileInterceptor(FILE_FIELD))
  @Returns(RecipientImportView, 201)
  upload(
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientImportView> {
    if (!file) throw new DomainError('IMPORT.NO_FILE');
    return this.startUpload.run({ fileName: file.originalname, storedName: file.filename }, actor);
  }

  @Post('freetext')
  @Limited('upload')
  @Returns(RecipientImportView, 201)
  freetext(
    @Body({ schema: FreetextImport }) { text }: FreetextImport,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientImportView> {
    return this.importFreetext.run(text, actor);
  }

  @Post('freetext-reading')
  @Returns(FreetextReading)
  reading(@Body({ schema: FreetextImport }) { text }: FreetextImport): Promise<FreetextReading> {
    return this.readFreetext.run(text);
  }

  @Post(':id/columns')
  @Returns(RecipientImportView, 202)
  columns(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ColumnChoice }) choice: ColumnChoice,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientImportView> {
    return this.chooseColumns.run(id, choice, actor);
  }

  @Get(':id')
  @Returns(RecipientImportView)
  get(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientImportView> {
    return this.getImport.run(id, actor);
  }
}
