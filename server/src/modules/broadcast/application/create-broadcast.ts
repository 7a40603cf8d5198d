import { Injectable } from '@nestjs/common';
import type { BroadcastCreate, BroadcastView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { DeviceDirectory } from '../../device/index.js';
import { draftBroadcast } from '../domain/broadcast.js';
import { Belongings } from './belongings.js';
import { BroadcastViews } from './broadcast-views.js';
import { Drafts } from './drafts.js';
import { presentDevice } from './sending-device.js';

/** Tambah Pesan: Simpan. */
@Injectable()
export class CreateBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceDirectory,
    private readonly belongings: Belongings,
    private readonly drafts: Drafts,
    private readonly views: BroadcastViews,
    private readonly ids: Ids,
  ) {}

  /**
   * Refuses DEVICE.NOT_FOUND, IMPORT.NOT_FOUND, IMPORT.NOT_READY, IMPORT.EMPTY,
   * BROADCAST.IMPORT_TAKEN, ATTACHMENT.NOT_FOUND.
   */
  async run(content: BroadcastCreate, actor: Actor): Promise<BroadcastView> {
    return this.unit.run(async () => {
      presentDevice(await this.devices.get(content.deviceId, actor.devices));
      const id = this.ids.next();
      const recipients = await this.belongings.take(content, id, actor);
      const broadcast = draftBroadcast(id, content, this.drafts.deedOf(actor));
      await this.drafts.add(broadcast, actor, { recipients });
      return this.views.of(broadcast);
    });
  }
}
