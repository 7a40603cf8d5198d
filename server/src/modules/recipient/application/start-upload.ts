import { Injectable } from '@nestjs/common';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { uploadedImport } from '../domain/recipient-import.js';
import { ImportQueue } from './import-queue.js';
import { ImportStarts } from './import-starts.js';
import { importView } from './import-view.js';
import { InspectSheet } from './inspect-sheet.js';
import { Uploads } from './ports/uploads.js';

/** Takes an uploaded file in and begins to look into it. */
@Injectable()
export class StartUpload {
  constructor(
    private readonly starts: ImportStarts,
    private readonly queue: ImportQueue,
    private readonly inspect: InspectSheet,
    private readonly uploads: Uploads,
  ) {}

  /** Answers at once; what becomes of the list is told live. Refuses IMPORT.BUSY. */
  async run(
    file: { readonly fileName: string; readonly storedName: string },
    actor: Actor,
  ): Promise<RecipientImportView> {
    try {
      this.queue.assertRoom();
      const list = await this.starts.start(actor, (start) => uploadedImport(start, file));
      this.queue.start((signal) => this.inspect.run(list, signal));
      return importView(list);
    } catch (error) {
      await this.uploads.remove(file.storedName);
      throw error;
    }
  }
}
