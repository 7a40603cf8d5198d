import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import type { ReceiptArrived } from '../../device/index.js';
import { ApplyNews } from './apply-news.js';
import type { News } from './apply-news.js';
import { SendingMeter } from './sending-meter.js';

/** Takes note of a receipt. It only moves a recipient forward, whenever and however often it comes. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly news: ApplyNews,
    private readonly untilStored: UntilStored,
    private readonly meter: SendingMeter,
  ) {}

  async run({ messageId, level }: Pick<ReceiptArrived, 'messageId' | 'level'>): Promise<void> {
    const news: News =
      level === 'failed'
        ? { happening: 'refused', reason: 'delivery-failed' }
        : { happening: level, reason: null };
    this.meter.receipt(level);
    await this.untilStored.run(() => this.unit.run(() => this.news.apply(messageId, news)));
  }
}
