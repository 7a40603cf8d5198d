import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { hashOfFrameToken } from './frame-token.js';
import { GiveAccess } from './give-access.js';
import type { GivenAccess } from './give-access.js';
import { FrameSessions } from './ports/frame-sessions.js';

/** Changes the one-time code of a delivered page for its access. */
@Injectable()
export class EnterFrame {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: FrameSessions,
    private readonly giveAccess: GiveAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError EMBED.ENTRY_OVER for every reason alike. */
  async run(code: string): Promise<GivenAccess> {
    return this.unit.run(async () => {
      const session = await this.sessions.enter(hashOfFrameToken(code), this.clock.now());
      if (session === null) throw new DomainError('EMBED.ENTRY_OVER');
      return this.giveAccess.run(session);
    });
  }
}
