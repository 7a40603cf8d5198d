import { Injectable } from '@nestjs/common';
import type { BroadcastUpdate, BroadcastView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DeviceDirectory } from '../../device/index.js';
import { assertRevision, changedParts, editBroadcast } from '../domain/broadcast.js';
import { Belongings } from './belongings.js';
import { BroadcastViews } from './broadcast-views.js';
import { Drafts } from './drafts.js';
import { presentDevice } from './sending-device.js';

/** Edit Pesan: Simpan. */
@Injectable()
export class EditBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly devices: DeviceDirectory,
    private readonly belongings: Belongings,
    private readonly views: BroadcastViews,
  ) {}

  /**
   * Takes a confirmation back, unless nothing was changed. A list or file that is replaced is given up.
   * Refuses BROADCAST.NOT_FOUND, BROADCAST.NOT_EDITABLE, BROADCAST.CHANGED, DEVICE.NOT_FOUND,
   * ATTACHMENT.NOT_FOUND and what a list can be refused for.
   */
  async run(
    broadcastId: string,
    { revision, ...content }: BroadcastUpdate,
    actor: Actor,
  ): Promise<BroadcastView> {
    return this.unit.run(async () => {
      const before = await this.drafts.hold(broadcastId, actor);
      assertRevision(before, revision);
      const changed = changedParts(before, content);
      if (changed.length === 0) return this.views.of(before);
      if (changed.includes('deviceId')) {
        presentDevice(await this.devices.get(content.deviceId, actor.devices));
      }
      await this.belongings.exchange(before, content, actor);
      const after = editBroadcast(before, content, this.drafts.deedOf(actor));
      const details = { changed: changed.join(' ') };
      await this.drafts.save(before, after, actor, { action: 'broadcast.edit', details });
      return this.views.of(after);
    });
  }
}
