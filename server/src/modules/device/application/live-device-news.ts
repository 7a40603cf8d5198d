import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { DeviceChanged, DeviceRemoved } from './device-events.js';
import { viewOf } from './device-view.js';

/** Tells everybody who may see devices what became of one, once that is committed. */
@Injectable()
export class LiveDeviceNews {
  constructor(live: LiveHub, events: EventBus) {
    events.subscribe(DeviceChanged, ({ device }) => {
      live.publish('devices:read', { type: 'device-changed', device: viewOf(device) });
    });
    events.subscribe(DeviceRemoved, ({ deviceId }) => {
      live.publish('devices:read', { type: 'device-removed', deviceId });
    });
  }
}
