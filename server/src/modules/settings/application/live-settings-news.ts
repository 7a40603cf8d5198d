import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { SettingsChanged } from './installation-settings.js';

/** Tells open screens that what people may do has changed: they read again what they show. */
@Injectable()
export class LiveSettingsNews implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly live: LiveHub,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(SettingsChanged, () => {
      this.live.publish({ permission: 'broadcasts:read' }, { type: 'access-changed' });
    });
  }
}
