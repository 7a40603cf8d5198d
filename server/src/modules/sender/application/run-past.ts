import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { HandoverMarks } from './ports/handover-marks.js';
import { Ledger } from './ports/ledger.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';
import { SafeMode } from './safe-mode.js';

/** What was sent of a broadcast before, as far as it matters for starting or forgetting its run. */
@Injectable()
export class RunPast {
  constructor(
    private readonly ledger: Ledger,
    private readonly marks: HandoverMarks,
    private readonly alarms: SafeModeAlarms,
    private readonly safeMode: SafeMode,
    private readonly clock: Clock,
  ) {}

  /** Refuses SAFE_MODE.ACTIVE. In the caller's unit of work. */
  async requireSafe(): Promise<void> {
    await this.safeMode.requireOff();
  }

  /**
   * Refuses BROADCAST.SENT_BEFORE_RESTORE for a broadcast without a run of which a message was handed
   * over all the same: the database is older than that. Not in a unit of work: it looks at the disk.
   */
  async assertNeverSent(broadcastId: string): Promise<void> {
    if (await this.marks.of(broadcastId)) throw new DomainError('BROADCAST.SENT_BEFORE_RESTORE');
  }

  /** Forgets its attempts. Its mark stays, and is accounted for. In the caller's unit of work. */
  async forget(broadcastId: string): Promise<void> {
    await this.ledger.forget(broadcastId);
    await this.alarms.account(broadcastId, this.clock.now());
  }

  /** As `Runs.purgeAddresses`. */
  async purgeAddresses(broadcastId: string, limit: number): Promise<number> {
    return this.ledger.purgeAddresses(broadcastId, limit);
  }

  /** As `Runs.eraseAddresses`. */
  async eraseAddresses(broadcastId: string, recipientId: number): Promise<void> {
    await this.ledger.eraseAddresses(broadcastId, recipientId);
  }
}
