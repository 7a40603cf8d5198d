import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { ImportStart, RecipientImport } from '../domain/recipient-import.js';
import { RecipientImports } from './ports/recipient-imports.js';

/** Opens the book on a new list of recipients. */
@Injectable()
export class ImportStarts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Adds the list that `make` makes of its start. */
  async start(
    actor: Actor,
    make: (start: ImportStart) => RecipientImport,
  ): Promise<RecipientImport> {
    const list = make({
      id: this.ids.next(),
      createdBy: actor.id,
      createdAt: this.clock.now(),
    });
    await this.unit.run(async () => {
      await this.imports.add(list);
      await this.audit.record(actor, {
        action: 'recipient-import.start',
        subject: 'recipient-import',
        subjectId: list.id,
        details: { source: list.source },
      });
    });
    return list;
  }
}
