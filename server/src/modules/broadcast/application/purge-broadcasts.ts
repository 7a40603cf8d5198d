import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { AuditLog } from '../../audit/index.js';
import { Belongings } from './belongings.js';
import { BroadcastChanged } from './broadcast-events.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';
import { PurgePeople } from './purge-people.js';

/** In whose name the book keeps what happened without a person. */
const SYSTEM = { id: 'system', name: 'system' } as const;

/**
 * Deletes the people of a broadcast that ended long ago: text, file, numbers, names, values, the report of
 * the import and the addresses of attempts. What remains says how many got what, and who did it.
 */
@Injectable()
export class PurgeBroadcasts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly belongings: Belongings,
    private readonly people: PurgePeople,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
  ) {}

  /**
   * One broadcast that ended before `before`, or one whose deletion was interrupted; false when there is
   * none. The screens say that its people are gone from the first unit on, whatever happens then.
   */
  async next(before: number, at: number): Promise<boolean> {
    const due = await this.unit.run(() => this.broadcasts.nextToPurge(before));
    if (!due) return false;
    await this.unit.run(() => this.begin(due.id, at));
    await this.people.delete(due);
    return true;
  }

  private async begin(broadcastId: string, at: number): Promise<void> {
    const broadcast = await this.broadcasts.hold(broadcastId, 'all');
    if (!broadcast || broadcast.purgedAt !== null) return;
    const recipients = await this.belongings.purge(broadcast);
    await this.people.begin(broadcast);
    await this.broadcasts.purge(broadcastId, at);
    await this.audit.record(SYSTEM, {
      action: 'broadcast.purge',
      subject: 'broadcast',
      subjectId: broadcastId,
      details: { recipients },
    });
    this.events.publish(new BroadcastChanged(broadcastId, [broadcast.deviceId]));
  }
}
