import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { changeBroadcast } from '../domain/broadcast.js';
import type { Broadcast } from '../domain/broadcast.js';
import { Drafts } from './drafts.js';

/** In whose name the book keeps what happened without a person. */
const SYSTEM = { id: 'system', name: 'system', devices: 'all' } as const;

/** Takes back a confirmation that does not fit the content any more. */
@Injectable()
export class WithdrawConfirmation {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: Drafts,
  ) {}

  /** Does nothing when the broadcast is not as it was `seen` any more: then somebody else saw to it. */
  async run(seen: Broadcast): Promise<void> {
    await this.unit.run(async () => {
      const before = await this.drafts.hold(seen.id, SYSTEM);
      if (before.revision !== seen.revision || !before.confirmation) return;
      const after = changeBroadcast(before, [], this.drafts.deedOf(SYSTEM));
      await this.drafts.save(before, after, SYSTEM, { action: 'broadcast.content-differs' });
    });
  }
}
