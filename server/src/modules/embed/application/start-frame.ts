import { Injectable } from '@nestjs/common';
import type { HandoffClaims } from '#contracts/embed-token.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import {
  ACCESS_LIFETIME,
  ENTRY_LIFETIME,
  lastMoment,
  provedAtHost,
} from '../domain/frame-session.js';
import type { AcceptedToken } from './accept-token.js';
import type { CheckedToken } from './check-token.js';
import { hashOfFrameToken, newFrameToken } from './frame-token.js';
import { FrameSessions } from './ports/frame-sessions.js';

/** Begins the session of a frame. Runs in the caller's unit of work. */
@Injectable()
export class StartFrame {
  constructor(
    private readonly sessions: FrameSessions,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Answers the one-time code that the delivered page gets its access for. */
  async run(
    { claims, host }: CheckedToken<HandoffClaims>,
    { person, grant }: AcceptedToken,
    origin: string,
  ): Promise<string> {
    const code = newFrameToken();
    const now = this.clock.now();
    const session = {
      id: this.ids.next(),
      personId: person.id,
      hostId: host.id,
      hostSession: claims.sid ?? null,
      roles: grant.roles,
      deviceIds: grant.deviceIds,
      origin,
      provedAt: provedAtHost(now, claims.auth_time),
      createdAt: now,
      lastSeenAt: now,
      accessUntil: now + ACCESS_LIFETIME,
      expiresAt: lastMoment(now, claims.session_exp),
    };
    await this.sessions.add(session, hashOfFrameToken(code), now + ENTRY_LIFETIME);
    return code;
  }
}
