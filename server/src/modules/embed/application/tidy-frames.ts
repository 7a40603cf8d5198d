import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { FrameSessions } from './ports/frame-sessions.js';
import { UsedTokens } from './ports/used-tokens.js';

const INTERVAL = 60_000;

/** Throws away what is over, now and then, in a unit of its own so that nobody who comes in waits for locks. */
@Injectable()
export class TidyFrames {
  private last = 0;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: FrameSessions,
    private readonly usedTokens: UsedTokens,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    if (now - this.last < INTERVAL) return;
    this.last = now;
    await this.unit.run(async () => {
      await this.sessions.removeOver(now);
      await this.usedTokens.forget(now);
    });
  }
}
