import { Injectable } from '@nestjs/common';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { Attachments } from '../../attachment/index.js';
import { RecipientLists } from '../../recipient/index.js';
import type { Broadcast, BroadcastContent } from '../domain/broadcast.js';

/** The list and the file that a broadcast has for itself. Every call runs in the caller's unit of work. */
@Injectable()
export class Belongings {
  constructor(
    private readonly lists: RecipientLists,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Takes what is there for `by` for a new broadcast, and answers how many recipients it has. Refuses
   * ATTACHMENT.NOT_FOUND and what a list can be refused for.
   */
  async take(content: BroadcastContent, broadcastId: string, by: Onlooker): Promise<number> {
    const { recipientCount } = await this.lists.attach(content.recipientImportId, broadcastId, by);
    await this.takeFile(content.attachmentId, broadcastId, by);
    return recipientCount;
  }

  /** Takes those that are others than before, and gives the former ones up. Refuses as `take` does. */
  async exchange(before: Broadcast, content: BroadcastContent, by: Onlooker): Promise<void> {
    if (before.recipientImportId !== content.recipientImportId) {
      await this.lists.attach(content.recipientImportId, before.id, by);
      await this.lists.discard(before.recipientImportId);
    }
    if (before.attachmentId !== content.attachmentId) {
      await this.takeFile(content.attachmentId, before.id, by);
      await this.releaseFile(before);
    }
  }

  /** Gives them up with the broadcast, and answers how many recipients it had. */
  async giveUp(broadcast: Broadcast): Promise<number> {
    const { recipientImportId: listId } = broadcast;
    const list = (await this.lists.summaries([listId])).get(listId);
    await this.lists.discard(listId);
    await this.releaseFile(broadcast);
    return list?.recipientCount ?? 0;
  }

  /** Lets go of the file alone, and answers how many recipients there were. */
  async purge(broadcast: Broadcast): Promise<number> {
    const { recipientImportId: listId } = broadcast;
    const list = (await this.lists.summaries([listId])).get(listId);
    await this.releaseFile(broadcast);
    return list?.recipientCount ?? 0;
  }

  private async takeFile(attachmentId: string | null, id: string, by: Onlooker): Promise<void> {
    if (attachmentId === null) return;
    await this.attachments.getFor(attachmentId, by);
    await this.attachments.take(attachmentId, { by: 'broadcast', id });
  }

  private async releaseFile({ id, attachmentId }: Broadcast): Promise<void> {
    if (attachmentId !== null)
      await this.attachments.release(attachmentId, { by: 'broadcast', id });
  }
}
