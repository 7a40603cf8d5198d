import { Injectable } from '@nestjs/common';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { RecipientUpdate } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { RecipientLists } from '../../recipient/index.js';
import { changeBroadcast } from '../domain/broadcast.js';
import { BroadcastViews } from './broadcast-views.js';
import { Drafts } from './drafts.js';

/** Correcting or removing a single recipient of a draft. Either takes a confirmation back. */
@Injectable()
export class EditRecipients {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly lists: RecipientLists,
    private readonly views: BroadcastViews,
  ) {}

  /**
   * Refuses BROADCAST.NOT_FOUND, BROADCAST.NOT_EDITABLE, RECIPIENT.NOT_FOUND, RECIPIENT.PHONE_TAKEN,
   * PHONE.NOT_A_NUMBER.
   */
  async correct(
    broadcastId: string,
    recipientId: number,
    change: RecipientUpdate,
    actor: Actor,
  ): Promise<BroadcastView> {
    const deed = { action: 'broadcast.recipient-edit', details: { recipientId } };
    return this.change(broadcastId, actor, deed, (listId) =>
      this.lists.update(listId, recipientId, change),
    );
  }

  /** Refuses BROADCAST.NOT_FOUND, BROADCAST.NOT_EDITABLE, RECIPIENT.NOT_FOUND, RECIPIENT.LAST_ONE. */
  async remove(broadcastId: string, recipientId: number, actor: Actor): Promise<BroadcastView> {
    const deed = { action: 'broadcast.recipient-remove', details: { recipientId } };
    return this.change(broadcastId, actor, deed, (listId) =>
      this.lists.remove(listId, recipientId),
    );
  }

  private async change(
    broadcastId: string,
    actor: Actor,
    deed: { readonly action: string; readonly details: { readonly recipientId: number } },
    edit: (listId: string) => Promise<void>,
  ): Promise<BroadcastView> {
    return this.unit.run(async () => {
      const before = await this.drafts.hold(broadcastId, actor);
      await edit(before.recipientImportId);
      const after = changeBroadcast(before, ['recipients'], this.drafts.deedOf(actor));
      await this.drafts.save(before, after, actor, deed);
      return this.views.of(after);
    });
  }
}
