import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Audience } from '../../../platform/events/live-hub.js';
import { DeviceChanged, DeviceRemoved } from './device-events.js';
import { viewOf } from './device-view.js';

/** Tells everybody who may see devices what became of one, once that is committed. */
@Injectable()
export class LiveDeviceNews {
  constructor(live: LiveHub, events: EventBus) {
    events.subscribe(DeviceChanged, ({ device }) => {
      live.publish(audienceOf(device.id), { type: 'device-changed', device: viewOf(device) });
    });
    events.subscribe(DeviceRemoved, ({ deviceId }) => {
      live.publish(audienceOf(deviceId), { type: 'device-removed', deviceId });
    });
  }
}

const audienceOf = (deviceId: string) =>
  ({ permission: 'devices:read', devices: [deviceId] }) as const satisfies Audience;
