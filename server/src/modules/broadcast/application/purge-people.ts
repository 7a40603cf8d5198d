import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PurgeLists } from '../../recipient/index.js';
import { Runs } from '../../sender/index.js';
import type { Broadcast } from '../domain/broadcast.js';

/** Rows of one unit: a few milliseconds, in which a claim has to wait. */
const AT_A_TIME = 1_000;

/** The rows about people, in the rooms that have them. */
@Injectable()
export class PurgePeople {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly lists: PurgeLists,
    private readonly runs: Runs,
  ) {}

  /** What the run and the list say beside their rows. In the caller's unit of work. */
  async begin({ id, recipientImportId }: Broadcast): Promise<void> {
    await this.runs.purge(id);
    await this.lists.report(recipientImportId);
  }

  /** Everybody of the list, in small units. The list's rows go last: they tell that work is left. */
  async delete({ id, recipientImportId }: Broadcast): Promise<void> {
    await this.inUnits(() => this.runs.purgeAddresses(id, AT_A_TIME));
    await this.inUnits(() => this.lists.rows(recipientImportId, AT_A_TIME));
  }

  private async inUnits(some: () => Promise<number>): Promise<void> {
    while ((await this.unit.run(some)) > 0);
  }
}
