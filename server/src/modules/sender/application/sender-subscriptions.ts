import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { DeviceRemoved, DeviceStateChanged, ReceiptArrived } from '../../device/index.js';
import { CatchUp } from './catch-up.js';
import { FollowDevices } from './follow-devices.js';
import { Lanes } from './ports/lanes.js';
import { RecordReceipt } from './record-receipt.js';
import { RunNews } from './run-news.js';
import { RunStateChanged } from './runs.js';
import { RunProgressed, WorkArrived } from './sender-events.js';

/** Which news this module listens to. */
@Injectable()
export class SenderSubscriptions implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly lanes: Lanes,
    private readonly news: RunNews,
    private readonly devices: FollowDevices,
    private readonly receipts: RecordReceipt,
    private readonly catchUp: CatchUp,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(WorkArrived, ({ deviceId }) => {
      this.lanes.ring(deviceId);
    });
    this.events.subscribe(RunProgressed, ({ broadcastId }) => {
      this.news.changed(broadcastId);
    });
    this.events.subscribe(RunStateChanged, ({ broadcastId }) => {
      this.news.changed(broadcastId);
    });
    this.events.subscribe(DeviceStateChanged, async ({ deviceId, state }) => {
      await this.devices.run(deviceId);
      if (state === 'ready') await this.catchUp.run(deviceId);
    });
    this.events.subscribe(DeviceRemoved, ({ deviceId }) => this.devices.run(deviceId));
    this.events.subscribe(ReceiptArrived, (receipt) => this.receipts.run(receipt));
  }
}
