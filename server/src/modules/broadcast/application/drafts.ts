import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { AuditDeed } from '../../audit/index.js';
import { Runs } from '../../sender/index.js';
import type { Broadcast, PersonalDeed } from '../domain/broadcast.js';
import { BroadcastChanged } from './broadcast-events.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** Who does something: a person, or the system. */
type Doer = Pick<Actor, 'id' | 'name' | 'devices'>;

/** Broadcasts that are not being sent yet: the one way to change them. In the caller's unit of work. */
@Injectable()
export class Drafts {
  constructor(
    private readonly broadcasts: BroadcastRepository,
    private readonly runs: Runs,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds a broadcast for the rest of the unit, of which it must be the first call. Refuses
   * BROADCAST.NOT_FOUND, and BROADCAST.NOT_EDITABLE once it has a run.
   */
  async hold(broadcastId: string, { devices }: Pick<Doer, 'devices'>): Promise<Broadcast> {
    const broadcast = await this.broadcasts.hold(broadcastId, devices);
    if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
    if ((await this.runs.find([broadcastId])).size > 0) {
      throw new DomainError('BROADCAST.NOT_EDITABLE');
    }
    return broadcast;
  }

  /** This person, now. */
  deedOf({ id, name }: Pick<Doer, 'id' | 'name'>): PersonalDeed {
    return { byId: id, by: name, at: this.clock.now() };
  }

  /** Adds a new one. `details` are for the audit. */
  async add(broadcast: Broadcast, doer: Doer, details: AuditDeed['details']): Promise<void> {
    await this.broadcasts.add(broadcast);
    await this.record(broadcast, doer, { action: 'broadcast.create', details });
    this.events.publish(new BroadcastChanged(broadcast.id, [broadcast.deviceId]));
  }

  /**
   * Saves what became of a held broadcast, and writes down who did what. Refuses BROADCAST.CHANGED
   * when somebody else was faster.
   */
  async save(
    before: Broadcast,
    after: Broadcast,
    doer: Doer,
    deed: Pick<AuditDeed, 'action' | 'details'>,
  ): Promise<void> {
    if (!(await this.broadcasts.replace(before, after))) {
      throw new DomainError('BROADCAST.CHANGED');
    }
    await this.record(after, doer, deed);
    if (before.confirmation && !after.confirmation) {
      const details = { confirmedBy: before.confirmation.by };
      await this.record(after, doer, { action: 'broadcast.unconfirm', details });
    }
    this.events.publish(new BroadcastChanged(after.id, [before.deviceId, after.deviceId]));
  }

  private async record(
    { id, revision }: Broadcast,
    doer: Doer,
    { action, details }: Pick<AuditDeed, 'action' | 'details'>,
  ): Promise<void> {
    await this.audit.record(doer, {
      action,
      subject: 'broadcast',
      subjectId: id,
      details: { ...details, revision },
    });
  }
}
