import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { Runs } from '../../sender/index.js';
import { Belongings } from './belongings.js';
import { BroadcastRemoved } from './broadcast-events.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** Hapus Pesan: the message goes, its file, its recipients and what became of them go with it. */
@Injectable()
export class DeleteBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly belongings: Belongings,
    private readonly runs: Runs,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
  ) {}

  /** Refuses BROADCAST.NOT_FOUND, and BROADCAST.NOT_DELETABLE while sending or paused. */
  async run(broadcastId: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const broadcast = await this.broadcasts.hold(broadcastId, actor.devices);
      if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
      await this.runs.remove(broadcastId);
      const recipients = await this.belongings.giveUp(broadcast);
      await this.broadcasts.remove(broadcastId);
      await this.audit.record(actor, {
        action: 'broadcast.delete',
        subject: 'broadcast',
        subjectId: broadcastId,
        details: { recipients },
      });
      this.events.publish(new BroadcastRemoved(broadcastId, broadcast.deviceId));
    });
  }
}
