import { Injectable } from '@nestjs/common';
import type { EmbedAccess } from '#contracts/embed.contract.js';
import type { Me, Permission } from '#contracts/user.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { permissionsOf } from '../../users/index.js';
import type { GivenAccess } from '../application/give-access.js';
import { ResumeFrame } from '../application/resume-frame.js';
import type { ResumedFrame } from '../application/resume-frame.js';
import { endOf } from '../domain/frame-session.js';
import { writtenName } from '../domain/framed-person.js';

/** Only who has an account here decides which dashboards are trusted: else one could let itself in for good. */
const NEVER_FRAMED: ReadonlySet<Permission> = new Set<Permission>(['embedding:manage']);

/** The person of a frame as guard, history and audit know them. */
export const actorOf = ({ session, person, host }: ResumedFrame): Actor => ({
  id: person.id,
  name: writtenName(person.name, host.name),
  permissions: new Set([...permissionsOf(session.roles)].filter((one) => !NEVER_FRAMED.has(one))),
  devices: session.deviceIds ?? 'all',
});

/** What the screens see of frames and their people. */
@Injectable()
export class FrameViews {
  constructor(private readonly resumeFrame: ResumeFrame) {}

  /** @throws DomainError AUTH.REQUIRED when the frame has just ended. */
  async access({ session, token, expiresIn }: GivenAccess): Promise<EmbedAccess> {
    const resumed = await this.resumeFrame.byId(session.id);
    if (resumed === null) throw new DomainError('AUTH.REQUIRED');
    return { token, expiresIn, hostOrigin: session.origin, me: meOf(resumed) };
  }
}

function meOf(resumed: ResumedFrame): Me {
  const { session, person } = resumed;
  return {
    id: person.id,
    // They have no name to log in with.
    username: '',
    displayName: person.name,
    roles: [...session.roles],
    permissions: [...actorOf(resumed).permissions],
    sessionExpiresAt: new Date(endOf(session)).toISOString(),
    // How they prove themselves is their dashboard's affair.
    secondFactor: 'off',
  };
}
