import type { MulterModuleOptions } from '@nestjs/platform-express';
import type { StorageEngine } from 'multer';
import type { Config } from '../../../../platform/config/config.js';
import type { Ids } from '../../../../platform/kernel/ids.js';
import type { AttachmentFiles } from '../../application/ports/attachment-files.js';
import { receiveFile } from './arriving-file.js';

/** Longest name of a form field. */
const MAX_FIELD_NAME = 64;

/** How files of people arrive: one at a time, judged and cut off while they do, see `receiveFile`. */
export function attachmentUploads(
  { attachmentLimits }: Config,
  files: AttachmentFiles,
  ids: Ids,
): MulterModuleOptions {
  const storage: StorageEngine = {
    _handleFile: (_request, file, done) => {
      const filename = ids.next();
      const path = files.incomingPath(filename);
      // Known from the beginning, so that an upload that breaks off is removed.
      Object.assign(file, { filename, path });
      receiveFile(file.stream, path, attachmentLimits).then(
        (arrival) => {
          done(null, { filename, path, ...arrival });
        },
        (error: unknown) => {
          void files.discard(filename).finally(() => {
            done(error);
          });
        },
      );
    },
    _removeFile: (_request, file, done) => {
      files.discard(file.filename).then(
        () => {
          done(null);
        },
        (error: unknown) => {
          done(error as Error);
        },
      );
    },
  };
  return {
    storage,
    limits: { files: 1, fields: 0, parts: 1, fieldNameSize: MAX_FIELD_NAME },
    // Browsers send file names in UTF-8.
    defParamCharset: 'utf8',
  };
}
