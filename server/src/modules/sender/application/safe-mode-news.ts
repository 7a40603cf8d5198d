import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { SafeMode } from './safe-mode.js';

/** Tells live streams whether the installation is in safe mode. */
@Injectable()
export class SafeModeNews {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly safeMode: SafeMode,
    private readonly live: LiveHub,
  ) {}

  /** Everybody who may see broadcasts. */
  async tell(): Promise<void> {
    const safeMode = await this.unit.run(() => this.safeMode.view());
    this.live.publish({ permission: 'broadcasts:read' }, { type: 'safe-mode-changed', safeMode });
  }
}
