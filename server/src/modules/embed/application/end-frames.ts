import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { SessionEnded } from '../../../platform/events/session-ended.js';
import { FrameSessions } from './ports/frame-sessions.js';
import type { FramesOf } from './ports/frame-sessions.js';

const MARK = 'frame:';

/** How a frame is called among all logins. */
export const loginIdOf = (frameId: string): string => `${MARK}${frameId}`;

/** The frame that a login is; null when it is an ordinary one. */
export const frameIdOf = (loginId: string): string | null =>
  loginId.startsWith(MARK) ? loginId.slice(MARK.length) : null;

/** Ends frames, at once: their live streams close too, and show that the session is over. */
@Injectable()
export class EndFrames {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: FrameSessions,
    private readonly events: EventBus,
  ) {}

  /** Ends one; false when it is over already. */
  async one(id: string): Promise<boolean> {
    return this.unit.run(async () => {
      const isEnded = await this.sessions.remove(id);
      if (isEnded) this.events.publish(new SessionEnded(loginIdOf(id)));
      return isEnded;
    });
  }

  /** Ends these and answers how many they were. */
  async allOf(which: FramesOf): Promise<number> {
    return this.unit.run(async () => {
      const ids = await this.sessions.removeAllOf(which);
      for (const id of ids) this.events.publish(new SessionEnded(loginIdOf(id)));
      return ids.length;
    });
  }
}
