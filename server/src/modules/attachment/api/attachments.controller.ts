import { basename, dirname } from 'node:path';
import {
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Response } from 'express';
import { AttachmentLimits, AttachmentView } from '#contracts/attachment.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Returns, ReturnsFile } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ReadAttachment } from '../application/read-attachment.js';
import { UploadAttachment } from '../application/upload-attachment.js';
import type { ArrivedFile } from '../application/upload-attachment.js';
import { contentHeaders } from './content-headers.js';

/** Name of the form field that holds the file. */
const FILE_FIELD = 'file';

/** A file on its way, as the storage of uploads leaves it. */
type StoredUpload = Pick<Express.Multer.File, 'filename' | 'originalname'> &
  Pick<ArrivedFile, 'type' | 'size' | 'sha256'>;

/** Files that go with messages: sending one here, and looking at it. */
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly upload: UploadAttachment,
    private readonly read: ReadAttachment,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('limits')
  @RequirePermission('broadcasts:read')
  @Returns(AttachmentLimits)
  limits(): AttachmentLimits {
    return this.config.attachmentLimits;
  }

  @Post()
  @Limited('upload')
  @RequirePermission('broadcasts:edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { [FILE_FIELD]: { type: 'string', format: 'binary' } } },
  })
  @UseInterceptors(FileInterceptor(FILE_FIELD))
  @Returns(AttachmentView, 201)
  add(
    @UploadedFile() file: StoredUpload | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentView> {
    if (!file) throw new DomainError('ATTACHMENT.NO_FILE');
    const { filename: storedName, originalname: fileName, type, size, sha256 } = file;
    return this.upload.run({ storedName, fileName, type, size, sha256 }, actor);
  }

  /** Answers parts of it, too: players of films ask for ranges. */
  @Get(':id/content')
  @RequirePermission('broadcasts:read')
  @ReturnsFile('application/octet-stream')
  async content(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const content = await this.read.run(id, actor);
    const options = {
      root: dirname(content.path),
      headers: contentHeaders(content),
      cacheControl: false,
      etag: false,
      lastModified: false,
    };
    await new Promise<void>((resolve, reject) => {
      response.sendFile(basename(content.path), options, (error: Error | undefined) => {
        // Whoever asked may have gone; there is nobody to tell then.
        if (error && !response.headersSent) reject(new DomainError('ATTACHMENT.GONE'));
        else resolve();
      });
    });
  }
}
