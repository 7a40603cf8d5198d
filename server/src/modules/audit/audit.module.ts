import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './api/audit.controller.js';
import { AuditLog } from './application/audit-log.js';
import { AuditEntryRepository } from './application/ports/audit-entry-repository.js';
import { ReadAudit } from './application/read-audit.js';
import { RecordingAuditLog } from './application/recording-audit-log.js';
import { AuditEntryRow } from './infrastructure/persistence/audit-entry.row.js';
import { TypeOrmAuditEntryRepository } from './infrastructure/persistence/typeorm-audit-entry-repository.js';

/** Who did what, when: written by every module in its own unit of work, read by administrators. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntryRow])],
  controllers: [AuditController],
  providers: [
    ReadAudit,
    { provide: AuditLog, useClass: RecordingAuditLog },
    { provide: AuditEntryRepository, useClass: TypeOrmAuditEntryRepository },
  ],
  exports: [AuditLog],
})
export class AuditModule {}
