import { Injectable } from '@nestjs/common';
import { CAPTION_LIMIT } from '#contracts/broadcast.contract.js';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory } from '../../device/index.js';
import { InstallationSettings } from '../../settings/index.js';
import { assertRevision, assertUnconfirmed, confirmBroadcast } from '../domain/broadcast.js';
import type { Broadcast } from '../domain/broadcast.js';
import { assertMayConfirm, isConfirmationLost } from '../domain/four-eyes.js';
import { BroadcastViews } from './broadcast-views.js';
import { ContentCheck } from './content-check.js';
import type { CheckedContent } from './content-check.js';
import { Drafts } from './drafts.js';
import { presentDevice } from './sending-device.js';

/** Konfirmasi: a named person approves exactly this text for exactly these recipients. */
@Injectable()
export class ConfirmBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly devices: DeviceDirectory,
    private readonly content: ContentCheck,
    private readonly settings: InstallationSettings,
    private readonly views: BroadcastViews,
  ) {}

  /**
   * Refuses BROADCAST.NOT_FOUND, BROADCAST.NOT_EDITABLE, BROADCAST.CHANGED,
   * BROADCAST.ALREADY_CONFIRMED, BROADCAST.MISSING_VALUES, BROADCAST.CAPTION_TOO_LONG,
   * BROADCAST.ALL_OPTED_OUT, BROADCAST.FOUR_EYES, BROADCAST.EDITORS_UNKNOWN, DEVICE.NOT_FOUND, ATTACHMENT.GONE.
   *
   * @param revision the one that the person saw
   */
  async run(broadcastId: string, revision: number, actor: Actor): Promise<BroadcastView> {
    const seen = await this.unit.run(() => this.holdConfirmable(broadcastId, revision, actor));
    const checked = await this.content.of(seen);
    assertComplete(checked);
    return this.unit.run(async () => {
      // Every change of the content raises the revision: what was hashed is what is here now.
      const before = await this.holdConfirmable(broadcastId, revision, actor);
      const { hash, recipients, optedOut } = checked;
      const { fourEyes: policy } = await this.settings.policies();
      // One that will not do any more is no obstacle: somebody else confirms in its place.
      const lost = isConfirmationLost(before, policy, recipients);
      const unconfirmed = lost ? { ...before, confirmation: null } : before;
      assertUnconfirmed(unconfirmed);
      assertMayConfirm(before, { policy, recipients, personId: actor.id });
      const after = confirmBroadcast(unconfirmed, { ...this.drafts.deedOf(actor), hash });
      const details = { recipients, optedOut, hash };
      await this.drafts.save(before, after, actor, { action: 'broadcast.confirm', details });
      return this.views.of(after);
    });
  }

  private async holdConfirmable(
    broadcastId: string,
    revision: number,
    actor: Actor,
  ): Promise<Broadcast> {
    const broadcast = await this.drafts.hold(broadcastId, actor);
    assertRevision(broadcast, revision);
    presentDevice(await this.devices.get(broadcast.deviceId, actor.devices));
    return broadcast;
  }
}

function assertComplete({ missing, recipients, optedOut, tooLong }: CheckedContent): void {
  if (recipients === optedOut) throw new DomainError('BROADCAST.ALL_OPTED_OUT');
  if (tooLong > 0) {
    const params = { recipients: tooLong, limit: CAPTION_LIMIT };
    throw new DomainError('BROADCAST.CAPTION_TOO_LONG', params);
  }
  const [first] = missing;
  if (!first) return;
  const params = { recipients: first.recipients, variable: `{${first.variable}}` };
  throw new DomainError('BROADCAST.MISSING_VALUES', params);
}
