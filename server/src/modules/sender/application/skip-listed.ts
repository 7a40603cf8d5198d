import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Lanes } from './ports/lanes.js';
import { RecipientNumbers } from './ports/recipient-numbers.js';
import { SetAside } from './set-aside.js';

/**
 * Skips at once whoever still waits with a number that came onto the do-not-contact list, so that people
 * see it. Nothing depends on it: a claim looks at the list itself.
 */
@Injectable()
export class SkipListed {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly numbers: RecipientNumbers,
    private readonly setAside: SetAside,
    private readonly lanes: Lanes,
  ) {}

  async run(phone: string): Promise<void> {
    for (const { recipientId, deviceId } of await this.unit.run(() =>
      this.numbers.waiting(phone),
    )) {
      await this.setAside.optedOut(recipientId);
      // Perhaps nobody is left who waits: the lane then ends the run.
      this.lanes.ring(deviceId);
    }
  }
}
