import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory, PracticeTourDevice } from '../../device/index.js';
import { ImportSampleList } from '../../recipient/index.js';
import { CreateBroadcast } from './create-broadcast.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

const DEVICE_NAME = 'Perangkat latihan';
const TITLE = 'Latihan: pengingat jadwal kontrol';
const TEXT = [
  'Yth. *{nama}*,',
  '',
  'Kami ingatkan jadwal kontrol Anda di {poli} pada {tanggal_kontrol}.',
  'Balas pesan ini bila Anda berhalangan.',
  '',
  '_Ini pesan latihan, tidak dikirim ke siapa pun._',
].join('\n');

/** "Coba dengan perangkat latihan": all that is needed to try the product, up to Konfirmasi. */
@Injectable()
export class PracticeTour {
  /** Two presses make one tour. */
  private going: Promise<string> | null = null;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly directory: DeviceDirectory,
    private readonly devices: PracticeTourDevice,
    private readonly sample: ImportSampleList,
    private readonly create: CreateBroadcast,
  ) {}

  /**
   * Makes a practice device that links itself, a list of fictional patients and a message, and answers
   * the id of the message. Refuses PRACTICE_TOUR.NOT_EMPTY where there is something already, and
   * DEVICE.ENGINE_NOT_OFFERED.
   */
  async run(actor: Actor): Promise<string> {
    this.going ??= this.make(actor).finally(() => {
      this.going = null;
    });
    return this.going;
  }

  private async make(actor: Actor): Promise<string> {
    await this.unit.run(() => this.assertEmpty());
    const deviceId = await this.devices.provide(DEVICE_NAME, actor);
    const { id: recipientImportId } = await this.sample.run(actor);
    const content = { title: TITLE, text: TEXT, attachmentId: null, deviceId, recipientImportId };
    return (await this.create.run(content, actor)).id;
  }

  /** A practice device alone is no hindrance: a tour that failed half way may have left it. */
  private async assertEmpty(): Promise<void> {
    const { total } = await this.broadcasts.summary('all');
    const devices = await this.directory.listActive('all');
    if (total > 0 || devices.some(({ engine }) => engine !== 'practice')) {
      throw new DomainError('PRACTICE_TOUR.NOT_EMPTY');
    }
  }
}
