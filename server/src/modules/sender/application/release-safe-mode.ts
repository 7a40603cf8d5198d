import { Injectable } from '@nestjs/common';
import type { SafeModeView } from '#contracts/safe-mode.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';
import { SafeModeNews } from './safe-mode-news.js';

/** An administrator has looked, and lets people send again. What was paused stays so until Lanjutkan. */
@Injectable()
export class ReleaseSafeMode {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly alarms: SafeModeAlarms,
    private readonly news: SafeModeNews,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id the alarm that was read. Refuses SAFE_MODE.NOT_ACTIVE when it is not the one any more,
   *   SAFE_MODE.NOT_SETTLED while recipients are still being doubted
   */
  async run(id: string, actor: Actor): Promise<SafeModeView> {
    await this.unit.run(async () => {
      const alarm = await this.alarms.active();
      if (alarm?.id === id && alarm.settledAt === null) {
        throw new DomainError('SAFE_MODE.NOT_SETTLED');
      }
      if (alarm?.id !== id || !(await this.alarms.release(id, actor, this.clock.now()))) {
        throw new DomainError('SAFE_MODE.NOT_ACTIVE');
      }
      const { reason, broadcasts, recipients } = alarm;
      await this.audit.record(actor, {
        action: 'safe-mode.release',
        subject: 'safe-mode',
        subjectId: id,
        details: { reason, broadcasts, recipients },
      });
    });
    await this.news.tell();
    return { alarm: null };
  }
}
