import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Uploads } from '../../application/ports/uploads.js';
import type { UploadedFile } from '../../application/ports/uploads.js';

/** `Uploads` in a folder that only this process's user may look into. */
export class UploadFolder extends Uploads {
  /** @param folder absolute path; made when it is missing */
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(storedName: string): string {
    return join(this.folder, basename(storedName));
  }

  async remove(storedName: string): Promise<void> {
    await rm(this.path(storedName), { force: true });
  }

  async list(): Promise<UploadedFile[]> {
    const names = await readdir(this.folder);
    const files = await Promise.all(
      names.map(async (storedName) => {
        // It may be deleted at this moment.
        const found = await stat(this.path(storedName)).catch(() => null);
        return found ? [{ storedName, at: Math.floor(found.mtimeMs) }] : [];
      }),
    );
    return files.flat();
  }
}
