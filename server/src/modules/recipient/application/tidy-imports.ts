import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { UNATTACHED_LIFETIME } from '../domain/recipient-import.js';
import { ImportFailures, Interrupted } from './import-failures.js';
import { ImportRemains } from './ports/import-remains.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { Uploads } from './ports/uploads.js';

/** A file without a list that is older than this is no upload that is still arriving, in milliseconds. */
const UPLOAD_LIFETIME = 60 * 60 * 1000;

/** Removes what crashes, second thoughts and Hapus Pesan leave behind: lists are about patients. */
@Injectable()
export class TidyImports {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly remains: ImportRemains,
    private readonly uploads: Uploads,
    private readonly failures: ImportFailures,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends the lists that the process before this one was working on. Only before anybody can upload:
   * one process alone serves the screens and reads files.
   */
  async endInterrupted(): Promise<void> {
    for (const id of await this.unit.run(() => this.remains.unfinished())) {
      const list = await this.unit.run(() => this.imports.find(id));
      if (list) await this.failures.record(list, new Interrupted());
    }
  }

  /**
   * Deletes uploaded files that belong to no list.
   *
   * @param age only those older than this, in milliseconds: a younger one may still be arriving
   */
  async removeStrayUploads(age: number = UPLOAD_LIFETIME): Promise<void> {
    const needed = new Set(await this.unit.run(() => this.remains.storedNames()));
    const latest = this.clock.now() - age;
    for (const { storedName, at } of await this.uploads.list()) {
      if (!needed.has(storedName) && at <= latest) await this.uploads.remove(storedName);
    }
  }

  /** Gives up lists that no broadcast took within a day. */
  async discardUnattached(): Promise<void> {
    const now = this.clock.now();
    await this.unit.run(() => this.remains.discardUnattached(now - UNATTACHED_LIFETIME, now));
  }
}
