import { Injectable } from '@nestjs/common';
import type { LinkAcceptance } from '#contracts/auth.contract.js';
import { UseLink } from '../../users/index.js';
import type { Agent } from '../domain/agent.js';
import { EndSession } from './end-session.js';
import { OpenDoor } from './open-door.js';
import type { AskedForCode } from './open-door.js';
import type { StartedSession } from './start-session.js';

/**
 * Lets a person in who chose a password by their one-time link, and ends their other logins. A link stands for
 * the password alone: who has a second factor is asked for its code.
 */
@Injectable()
export class AcceptLink {
  constructor(
    private readonly links: UseLink,
    private readonly endSession: EndSession,
    private readonly door: OpenDoor,
  ) {}

  /** Refuses AUTH.LINK_INVALID, USER.PASSWORD_TOO_COMMON. */
  async run(acceptance: LinkAcceptance, agent: Agent): Promise<StartedSession | AskedForCode> {
    return this.links.accept(acceptance, async (user) => {
      await this.endSession.allOf(user.id);
      return this.door.run(user, agent);
    });
  }
}
