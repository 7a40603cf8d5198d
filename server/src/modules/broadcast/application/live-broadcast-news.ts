import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
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
    const changed = ({ broadcastId }: { readonly broadcastId: string }): void => {
      this.live.publish('broadcasts:read', { type: 'broadcast-changed', broadcastId });
    };
    this.events.subscribe(BroadcastChanged, changed);
    // Sending, paused and finished are words for the broadcast too.
    this.events.subscribe(RunStateChanged, changed);
    this.events.subscribe(BroadcastRemoved, ({ broadcastId }) => {
      this.live.publish('broadcasts:read', { type: 'broadcast-removed', broadcastId });
    });
  }
}
