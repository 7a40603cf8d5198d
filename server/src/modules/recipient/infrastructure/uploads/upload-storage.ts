import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { MulterModuleOptions } from '@nestjs/platform-express';
import type { StorageEngine } from 'multer';
import type { Config } from '../../../../platform/config/config.js';
import type { Ids } from '../../../../platform/kernel/ids.js';
import type { Uploads } from '../../application/ports/uploads.js';

/** Longest name of a form field. */
const MAX_FIELD_NAME = 64;

/**
 * How files of people arrive: one at a time, up to the configured size, into the folder of uploads
 * under a random name, readable by this process's user alone. The name that the person's computer gave
 * is text to be shown, never a path.
 */
export function uploadOptions(config: Config, uploads: Uploads, ids: Ids): MulterModuleOptions {
  return {
    storage: privateStorage(uploads, ids),
    limits: {
      files: 1,
      fileSize: config.importLimits.bytes,
      fields: 0,
      parts: 1,
      fieldNameSize: MAX_FIELD_NAME,
    },
    // Browsers send file names in UTF-8.
    defParamCharset: 'utf8',
  };
}

function privateStorage(uploads: Uploads, ids: Ids): StorageEngine {
  return {
    _handleFile: (_request, file, done) => {
      const filename = ids.next();
      const path = uploads.path(filename);
      // Known from the beginning, so that an upload that breaks off is removed.
      Object.assign(file, { filename, path });
      const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      pipeline(file.stream, target).then(
        () => {
          done(null, { filename, path, size: target.bytesWritten });
        },
        (error: unknown) => {
          done(error);
        },
      );
    },
    _removeFile: (_request, file, done) => {
      uploads.remove(file.filename).then(
        () => {
          done(null);
        },
        (error: unknown) => {
          done(error as Error);
        },
      );
    },
  };
}
