import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { Ids } from '../../platform/kernel/ids.js';
import { AuditModule } from '../audit/index.js';
import { DoNotContactModule } from '../do-not-contact/index.js';
import { ImportRowsController } from './api/import-rows.controller.js';
import { ImportWorkbooksController } from './api/import-workbooks.controller.js';
import { RecipientImportsController } from './api/recipient-imports.controller.js';
import { ChooseColumns } from './application/choose-columns.js';
import { FinishImport } from './application/finish-import.js';
import { GetImport } from './application/get-import.js';
import { ImportFailures } from './application/import-failures.js';
import { ImportFreetext } from './application/import-freetext.js';
import { ImportJanitor } from './application/import-janitor.js';
import { ImportMeter } from './application/import-meter.js';
import { ImportNews } from './application/import-news.js';
import { ImportQueue } from './application/import-queue.js';
import { ImportSampleList } from './application/import-sample-list.js';
import { ImportStarts } from './application/import-starts.js';
import { InspectSheet } from './application/inspect-sheet.js';
import { ListImportRows } from './application/list-import-rows.js';
import { MarkOptedOut } from './application/mark-opted-out.js';
import { ImportIssues } from './application/ports/import-issues.js';
import { ImportRemains } from './application/ports/import-remains.js';
import { RecipientImports } from './application/ports/recipient-imports.js';
import { RecipientWorkbooks } from './application/ports/recipient-workbooks.js';
import { Recipients } from './application/ports/recipients.js';
import { SheetReader } from './application/ports/sheet-reader.js';
import { SubjectRows } from './application/ports/subject-rows.js';
import { Uploads } from './application/ports/uploads.js';
import { PurgeLists } from './application/purge-lists.js';
import { ReadFreetext } from './application/read-freetext.js';
import { ReadSheet } from './application/read-sheet.js';
import { RecipientLists } from './application/recipient-lists.js';
import { RemoveDiscardedLists } from './application/remove-discarded-lists.js';
import { RowStore } from './application/row-store.js';
import { StartUpload } from './application/start-upload.js';
import { StoredRecipientLists } from './application/stored-recipient-lists.js';
import { TidyImports } from './application/tidy-imports.js';
import { WriteImportWorkbooks } from './application/write-import-workbooks.js';
import { ImportProcess } from './infrastructure/import-process.js';
import type { ImportProcessSettings } from './infrastructure/import-process.js';
import { ImportIssueRow } from './infrastructure/persistence/import-issue.row.js';
import { RecipientImportRow } from './infrastructure/persistence/recipient-import.row.js';
import { RecipientRow } from './infrastructure/persistence/recipient.row.js';
import { TypeormImportIssues } from './infrastructure/persistence/typeorm-import-issues.js';
import { TypeormImportRemains } from './infrastructure/persistence/typeorm-import-remains.js';
import { TypeormRecipientImports } from './infrastructure/persistence/typeorm-recipient-imports.js';
import { TypeormSubjectRows } from './infrastructure/persistence/typeorm-subject-rows.js';
import { TypeormRecipients } from './infrastructure/persistence/typeorm-recipients.js';
import { UploadFolder } from './infrastructure/uploads/upload-folder.js';
import { uploadOptions } from './infrastructure/uploads/upload-storage.js';
import { SheetWorkbooks } from './infrastructure/workbook/sheet-workbooks.js';

/**
 * Optional provider: how the process that reads sheets is started, where that is not from the build
 * (tests run it from its source).
 */
export const IMPORT_CHILD = Symbol('ImportChild');

/** Where uploaded files wait to be read. */
@Module({
  providers: [
    {
      provide: Uploads,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new UploadFolder(join(dataDir, 'uploads')),
    },
  ],
  exports: [Uploads],
})
class UploadsModule {}

/** Lists of recipients: how they come in, their report, and what a broadcast does with them. */
@Module({
  imports: [
    AuditModule,
    DoNotContactModule,
    UploadsModule,
    TypeOrmModule.forFeature([ImportIssueRow, RecipientImportRow, RecipientRow]),
    MulterModule.registerAsync({
      imports: [UploadsModule],
      inject: [CONFIG, Uploads, Ids],
      useFactory: uploadOptions,
    }),
  ],
  // `template.xlsx` before `:id`.
  controllers: [ImportWorkbooksController, RecipientImportsController, ImportRowsController],
  providers: [
    ChooseColumns,
    FinishImport,
    GetImport,
    ImportFailures,
    ImportMeter,
    ImportFreetext,
    ImportJanitor,
    ImportNews,
    ImportQueue,
    ImportSampleList,
    ImportStarts,
    InspectSheet,
    ListImportRows,
    MarkOptedOut,
    PurgeLists,
    ReadFreetext,
    ReadSheet,
    RemoveDiscardedLists,
    RowStore,
    StartUpload,
    TidyImports,
    WriteImportWorkbooks,
    { provide: ImportIssues, useClass: TypeormImportIssues },
    { provide: ImportRemains, useClass: TypeormImportRemains },
    { provide: RecipientImports, useClass: TypeormRecipientImports },
    { provide: RecipientLists, useClass: StoredRecipientLists },
    { provide: RecipientWorkbooks, useClass: SheetWorkbooks },
    { provide: Recipients, useClass: TypeormRecipients },
    { provide: SubjectRows, useClass: TypeormSubjectRows },
    {
      provide: SheetReader,
      inject: [CONFIG, { token: IMPORT_CHILD, optional: true }],
      useFactory: ({ importLimits }: Config, child: Partial<ImportProcessSettings> = {}) =>
        new ImportProcess({
          ...child,
          workMs: importLimits.workMs,
          limits: { maxRows: importLimits.rows, maxUnpackedBytes: importLimits.unpackedBytes },
        }),
    },
  ],
  exports: [ImportSampleList, PurgeLists, RecipientLists, SubjectRows],
})
export class RecipientModule {}
