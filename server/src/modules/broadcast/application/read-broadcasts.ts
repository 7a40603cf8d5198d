import { Injectable } from '@nestjs/common';
import type {
  BroadcastFilter,
  BroadcastPage,
  BroadcastSummary,
  BroadcastView,
} from '#contracts/broadcast.contract.js';
import type { RecipientFilter, RecipientPage } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { RecipientLists } from '../../recipient/index.js';
import type { Broadcast } from '../domain/broadcast.js';
import { BroadcastViews } from './broadcast-views.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** What the screens of WA Broadcast show. */
@Injectable()
export class ReadBroadcasts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly lists: RecipientLists,
    private readonly views: BroadcastViews,
  ) {}

  /** One page, newest first. */
  async page(filter: BroadcastFilter): Promise<BroadcastPage> {
    return this.unit.run(async () => {
      const { items, nextCursor } = await this.broadcasts.page(filter);
      return { items: await this.views.ofAll(items), nextCursor };
    });
  }

  /** Live figures of the landing page. */
  async summary(): Promise<BroadcastSummary> {
    return this.unit.run(() => this.broadcasts.summary());
  }

  /** One broadcast. Refuses BROADCAST.NOT_FOUND. */
  async get(broadcastId: string): Promise<BroadcastView> {
    return this.unit.run(async () => this.views.of(await this.find(broadcastId)));
  }

  /** One page of its recipients. Refuses BROADCAST.NOT_FOUND. */
  async recipients(broadcastId: string, filter: RecipientFilter): Promise<RecipientPage> {
    return this.unit.run(async () => {
      const { recipientImportId } = await this.find(broadcastId);
      return this.lists.page(recipientImportId, filter);
    });
  }

  private async find(broadcastId: string): Promise<Broadcast> {
    const broadcast = await this.broadcasts.find(broadcastId);
    if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
    return broadcast;
  }
}
