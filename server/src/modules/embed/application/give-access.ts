import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import type { FrameSession } from '../domain/frame-session.js';
import { endOf } from '../domain/frame-session.js';
import { hashOfFrameToken, newFrameToken } from './frame-token.js';
import { FrameSessions } from './ports/frame-sessions.js';

/** What a frame calls us with from now on. */
export interface GivenAccess {
  readonly session: FrameSession;
  readonly token: string;
  /** In milliseconds. */
  readonly expiresIn: number;
}

/** Gives a frame a new secret, good for as long as its host has answered. Runs in the caller's unit of work. */
@Injectable()
export class GiveAccess {
  constructor(
    private readonly sessions: FrameSessions,
    private readonly clock: Clock,
  ) {}

  async run(session: FrameSession): Promise<GivenAccess> {
    const token = newFrameToken();
    const until = Math.min(session.accessUntil, session.expiresAt);
    await this.sessions.addAccess(session.id, hashOfFrameToken(token), until);
    return { session, token, expiresIn: endOf(session) - this.clock.now() };
  }
}
