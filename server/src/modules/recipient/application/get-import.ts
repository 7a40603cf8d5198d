import { Injectable } from '@nestjs/common';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import { importView } from './import-view.js';
import { RecipientImports } from './ports/recipient-imports.js';

/** How a list stands. */
@Injectable()
export class GetImport {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
  ) {}

  /** Refuses IMPORT.NOT_FOUND. */
  async run(importId: string, onlooker: Onlooker): Promise<RecipientImportView> {
    return this.unit.run(async () => importView(await this.find(importId, onlooker)));
  }

  /** The list itself, in the caller's unit of work. Refuses IMPORT.NOT_FOUND. */
  async find(importId: string, onlooker: Onlooker): Promise<RecipientImport> {
    const list = await this.imports.findFor(importId, onlooker);
    if (!list) throw new DomainError('IMPORT.NOT_FOUND');
    return list;
  }
}
