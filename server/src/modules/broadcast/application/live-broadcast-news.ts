import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Audience } from '../../../platform/events/live-hub.js';
import { RunStateChanged } from '../../sender/index.js';
import { BroadcastChanged, BroadcastRemoved } from './broadcast-events.js';

/** Tells open screens which broadcasts to read again. */
@Injectable()
export class LiveBroadcastNews implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly live: LiveHub,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(BroadcastChanged, ({ broadcastId, deviceIds }) => {
      this.live.publish(audienceOf(deviceIds), { type: 'broadcast-changed', broadcastId });
    });
    // Sending, paused and finished are words for the broadcast too.
    this.events.subscribe(RunStateChanged, ({ broadcastId, deviceId }) => {
      this.live.publish(audienceOf([deviceId]), { type: 'broadcast-changed', broadcastId });
    });
    this.events.subscribe(BroadcastRemoved, ({ broadcastId, deviceId }) => {
      this.live.publish(audienceOf([deviceId]), { type: 'broadcast-removed', broadcastId });
    });
  }
}

const audienceOf = (devices: readonly string[]): Audience => ({
  permission: 'broadcasts:read',
  devices: [...devices],
});
