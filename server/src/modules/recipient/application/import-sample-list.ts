import { Injectable } from '@nestjs/common';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { ImportFreetext } from './import-freetext.js';
import { sampleText } from './sample-list.js';

/** Makes a list of fictional patients to try the product with. */
@Injectable()
export class ImportSampleList {
  constructor(
    private readonly freetext: ImportFreetext,
    private readonly clock: Clock,
  ) {}

  /** The list has the variables `nama`, `tanggal_kontrol` and `poli`, and some rows that were not taken. */
  async run(actor: Actor): Promise<RecipientImportView> {
    return this.freetext.run(sampleText(this.clock.now()), actor);
  }
}
