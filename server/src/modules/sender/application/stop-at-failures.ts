import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { DirectoryEntry } from '../../device/index.js';
import { Allowances } from './allowances.js';
import { PauseRun } from './pause-run.js';
import { RunRepository } from './ports/run-repository.js';

/**
 * Stops a number whose messages WhatsApp does not accept any more: that rather says something about the
 * number or the connection than about the recipients, and going on would make each further one a case
 * for a person.
 */
@Injectable()
export class StopAtFailures {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly allowances: Allowances,
    private readonly runs: RunRepository,
    private readonly pause: PauseRun,
  ) {}

  /** Counts one more message; when it is one too many, pauses everything that the device is sending. */
  async count(device: DirectoryEntry, accepted: boolean): Promise<void> {
    if (!this.allowances.hasRules(device)) return;
    await this.unit.run(async () => {
      if (!(await this.allowances.countOutcome(device, accepted))) return;
      for (const { broadcastId } of await this.runs.activeOf(device.id)) {
        await this.pause.because(broadcastId, 'many-failures');
      }
    });
  }
}
