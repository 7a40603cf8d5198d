import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { DirectoryEntry } from '../../device/index.js';
import { Allowances } from './allowances.js';
import { Ledger } from './ports/ledger.js';
import type { Claim } from './ports/ledger.js';

/** Writes down that a message is about to be handed over, and counts it in what its number may send. */
@Injectable()
export class MakeClaim {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly allowances: Allowances,
  ) {}

  /**
   * Once this has resolved, the message may be handed over, once.
   *
   * @throws ClaimRefused when the world has changed since the plan was read; nothing is written then
   */
  async run(claim: Claim, device: DirectoryEntry): Promise<void> {
    await this.unit.run(async () => {
      await this.ledger.claim(claim);
      await this.allowances.take(device, claim.at);
    });
  }
}
