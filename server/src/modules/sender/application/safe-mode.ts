import { Injectable } from '@nestjs/common';
import type { SafeModeView } from '#contracts/safe-mode.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';
import type { Alarm } from './ports/safe-mode-alarms.js';

/** Whether sending stands still after a restore. Every call runs in the caller's unit of work. */
@Injectable()
export class SafeMode {
  constructor(private readonly alarms: SafeModeAlarms) {}

  /** As the screens show it. */
  async view(): Promise<SafeModeView> {
    const alarm = await this.alarms.active();
    return { alarm: alarm && viewOf(alarm) };
  }

  /** Refuses SAFE_MODE.ACTIVE: nothing may begin or go on to be sent. */
  async requireOff(): Promise<void> {
    if (await this.alarms.active()) throw new DomainError('SAFE_MODE.ACTIVE');
  }
}

function viewOf({ id, reason, raisedAt, backupAt, broadcasts, recipients }: Alarm) {
  return {
    ...{ id, reason, broadcasts, recipients },
    since: new Date(raisedAt).toISOString(),
    backupAt: backupAt === null ? null : new Date(backupAt).toISOString(),
  };
}
