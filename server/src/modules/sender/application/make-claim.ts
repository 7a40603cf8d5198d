import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import type { DirectoryEntry } from '../../device/index.js';
import { Allowances } from './allowances.js';
import { HandoverMarks } from './ports/handover-marks.js';
import { Ledger } from './ports/ledger.js';
import type { Claim } from './ports/ledger.js';

/** Writes down that a message is about to be handed over, and counts it in what its number may send. */
@Injectable()
export class MakeClaim {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly allowances: Allowances,
    private readonly marks: HandoverMarks,
    private readonly log: Log,
  ) {}

  /**
   * Once this has resolved with true, the message may be handed over, once. False when it is claimed but
   * could not be marked beside the database: a restore would not know of it, so it must not leave.
   *
   * @throws ClaimRefused when the world has changed since the plan was read; nothing is written then
   */
  async run(claim: Claim, device: DirectoryEntry): Promise<boolean> {
    await this.unit.run(async () => {
      await this.ledger.claim(claim);
      await this.allowances.take(device, claim.at);
    });
    const { lease, broadcastId, recipientId, messageId } = claim;
    const { deviceId, epoch } = lease;
    try {
      await this.marks.note({ deviceId, epoch, broadcastId, recipientId, messageId });
      return true;
    } catch (error) {
      this.log.error('A hand-over could not be marked in DATA_DIR', error, { deviceId });
      return false;
    }
  }
}
