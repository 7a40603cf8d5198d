import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { DirectoryEntry } from '../../device/index.js';
import { waitUntil } from '../domain/pace.js';
import { Allowances } from './allowances.js';
import { Paces } from './paces.js';
import { LaneLeases } from './ports/lane-leases.js';

/** Gives a message outside of any run its place in the pace of its device. */
@Injectable()
export class TakePlace {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly leases: LaneLeases,
    private readonly allowances: Allowances,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the message may be handed over: at once on an idle device, else after the gap. It is
   * then counted in the cap of the day. Throws DEVICE.DAILY_CAP.
   */
  async run(device: DirectoryEntry): Promise<void> {
    const { id, engine } = device;
    const gap = this.paces.gapOf(engine);
    for (;;) {
      const now = this.clock.now();
      const wait = await this.unit.run(async () => {
        const next = now + this.paces.draw(engine);
        if (await this.leases.takePlace(id, now, next, gap.max)) {
          await this.allowances.takeForTest(device);
          return null;
        }
        return waitUntil((await this.leases.nextHandovers([id])).get(id) ?? now, now, gap);
      });
      if (wait === null) return;
      await this.clock.wait(wait);
    }
  }
}
