import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import { DoubtWaiting } from './doubt-waiting.js';
import type { HandoverMark } from './ports/handover-marks.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';
import type { Alarm } from './ports/safe-mode-alarms.js';
import { SYSTEM } from './system-actor.js';

/** The database was found to be older than what was sent: nothing more is sent until a person has looked. */
@Injectable()
export class EnterSafeMode {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly alarms: SafeModeAlarms,
    private readonly doubts: DoubtWaiting,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Raises the alarm, unless it is raised, pauses everything and doubts whoever may have been sent to
   * according to `marks`, which the database does not know. Can be done again, by any process, when it
   * was interrupted: a mark is accounted for only when nobody before it waits any more.
   */
  async run(marks: readonly HandoverMark[]): Promise<void> {
    const alarm = await this.raise();
    await this.doubts.pauseAll(alarm.id);
    if (alarm.doubtsAll && alarm.settledAt === null) await this.doubts.all(alarm.id);
    for (const mark of marks) await this.doubts.before(alarm.id, mark);
    await this.unit.run(() => this.alarms.settle(alarm.id, this.clock.now()));
    await this.doubts.tell();
  }

  /** Goes on with an alarm that was raised and not settled, if there is one. */
  async goOn(): Promise<void> {
    const alarm = await this.unit.run(() => this.alarms.active());
    if (alarm?.settledAt === null) await this.run([]);
  }

  private async raise(): Promise<Alarm> {
    return this.unit.run(async () => {
      const alarm = {
        id: this.ids.next(),
        reason: 'database-older',
        raisedAt: this.clock.now(),
      } as const;
      const raised = await this.alarms.raise(alarm);
      const active = await this.alarms.active();
      if (!active) throw new Error('An alarm is neither new nor there');
      // That of `npm run restore` is written down by the first process that finds it, before anything else:
      // from there on the audit goes another way than before the restore.
      if (raised || (active.reason === 'restored' && active.settledAt === null)) {
        await this.audit.record(SYSTEM, {
          action: 'safe-mode.enter',
          subject: 'safe-mode',
          subjectId: active.id,
          details: { reason: active.reason },
        });
      }
      return active;
    });
  }
}
