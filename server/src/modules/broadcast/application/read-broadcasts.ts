import { Injectable } from '@nestjs/common';
import type {
  BroadcastFilter,
  BroadcastPage,
  BroadcastSummary,
  BroadcastView,
} from '#contracts/broadcast.contract.js';
import type { RecipientFilter, RecipientPage } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { RecipientLists } from '../../recipient/index.js';
import type { Broadcast } from '../domain/broadcast.js';
import { BroadcastViews } from './broadcast-views.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** What the screens of WA Broadcast show to somebody: what the devices have that they may use. */
@Injectable()
export class ReadBroadcasts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly lists: RecipientLists,
    private readonly views: BroadcastViews,
  ) {}

  /** One page, newest first. */
  async page(filter: BroadcastFilter, actor: Actor): Promise<BroadcastPage> {
    return this.unit.run(async () => {
      const { items, nextCursor } = await this.broadcasts.page(filter, actor);
      return { items: await this.views.ofAll(items), nextCursor };
    });
  }

  /** Live figures of the landing page. */
  async summary({ devices }: Actor): Promise<BroadcastSummary> {
    return this.unit.run(() => this.broadcasts.summary(devices));
  }

  /** One broadcast. Refuses BROADCAST.NOT_FOUND. */
  async get(broadcastId: string, actor: Actor): Promise<BroadcastView> {
    return this.unit.run(async () => this.views.of(await this.find(broadcastId, actor)));
  }

  /** One page of its recipients, with numbers as `actor` may see them. Refuses BROADCAST.NOT_FOUND. */
  async recipients(
    broadcastId: string,
    filter: RecipientFilter,
    actor: Actor,
  ): Promise<RecipientPage> {
    return this.unit.run(async () => {
      const { recipientImportId } = await this.find(broadcastId, actor);
      return this.lists.page(recipientImportId, filter, actor);
    });
  }

  private async find(broadcastId: string, { devices }: Actor): Promise<Broadcast> {
    const broadcast = await this.broadcasts.find(broadcastId, devices);
    if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
    return broadcast;
  }
}
