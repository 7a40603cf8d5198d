import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { Ids } from '../../platform/kernel/ids.js';
import { AuditModule } from '../audit/index.js';
import { AttachmentsController } from './api/attachments.controller.js';
import { AttachmentJanitor } from './application/attachment-janitor.js';
import { Attachments } from './application/attachments.js';
import { AttachmentFiles } from './application/ports/attachment-files.js';
import { AttachmentRepository } from './application/ports/attachment-repository.js';
import { ReadAttachment } from './application/read-attachment.js';
import { StoredAttachments } from './application/stored-attachments.js';
import { TidyAttachments } from './application/tidy-attachments.js';
import { UploadAttachment } from './application/upload-attachment.js';
import { AttachmentFolder } from './infrastructure/files/attachment-folder.js';
import { attachmentUploads } from './infrastructure/files/attachment-uploads.js';
import { AttachmentUseRow } from './infrastructure/persistence/attachment-use.row.js';
import { AttachmentRow } from './infrastructure/persistence/attachment.row.js';
import { TypeormAttachmentRepository } from './infrastructure/persistence/typeorm-attachment-repository.js';

/** Where the files are. */
@Module({
  providers: [
    {
      provide: AttachmentFiles,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new AttachmentFolder(join(dataDir, 'attachments')),
    },
  ],
  exports: [AttachmentFiles],
})
class AttachmentFilesModule {}

/** Files that go with messages: taking them in, keeping them while they are needed, showing them. */
@Module({
  imports: [
    AuditModule,
    AttachmentFilesModule,
    TypeOrmModule.forFeature([AttachmentRow, AttachmentUseRow]),
    MulterModule.registerAsync({
      imports: [AttachmentFilesModule],
      inject: [CONFIG, AttachmentFiles, Ids],
      useFactory: attachmentUploads,
    }),
  ],
  controllers: [AttachmentsController],
  providers: [
    AttachmentJanitor,
    ReadAttachment,
    TidyAttachments,
    UploadAttachment,
    { provide: AttachmentRepository, useClass: TypeormAttachmentRepository },
    { provide: Attachments, useClass: StoredAttachments },
  ],
  exports: [Attachments],
})
export class AttachmentModule {}
