import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InstallationSecrets } from '../../platform/secrets/installation-secrets.js';
import { AuditController } from './api/audit.controller.js';
import { AppendEntry } from './application/append-entry.js';
import { AuditLog } from './application/audit-log.js';
import { AuditSeal } from './application/audit-seal.js';
import { ExportAudit } from './application/export-audit.js';
import { NoteEnd } from './application/note-end.js';
import { AuditChainStore } from './application/ports/audit-chain-store.js';
import { AuditEntryRepository } from './application/ports/audit-entry-repository.js';
import { AuditNotes } from './application/ports/audit-notes.js';
import { AuditWorkbook } from './application/ports/audit-workbook.js';
import { ReadAudit } from './application/read-audit.js';
import { RecordingAuditLog } from './application/recording-audit-log.js';
import { FileAuditNotes } from './infrastructure/file-audit-notes.js';
import { AuditEndRow } from './infrastructure/persistence/audit-end.row.js';
import { AuditEntryRow } from './infrastructure/persistence/audit-entry.row.js';
import { SqlAuditChainStore } from './infrastructure/persistence/sql-audit-chain-store.js';
import { TypeOrmAuditEntryRepository } from './infrastructure/persistence/typeorm-audit-entry-repository.js';
import { SheetAuditWorkbook } from './infrastructure/sheet-audit-workbook.js';

/** Who did what, when: written by every module in its own unit of work, read by administrators. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEndRow, AuditEntryRow])],
  controllers: [AuditController],
  providers: [
    AppendEntry,
    ExportAudit,
    NoteEnd,
    ReadAudit,
    {
      provide: AuditSeal,
      inject: [InstallationSecrets],
      useFactory: (secrets: InstallationSecrets) => new AuditSeal(secrets),
    },
    { provide: AuditChainStore, useClass: SqlAuditChainStore },
    { provide: AuditNotes, useClass: FileAuditNotes },
    { provide: AuditWorkbook, useClass: SheetAuditWorkbook },
    { provide: AuditLog, useClass: RecordingAuditLog },
    { provide: AuditEntryRepository, useClass: TypeOrmAuditEntryRepository },
  ],
  exports: [AuditLog],
})
export class AuditModule {}
