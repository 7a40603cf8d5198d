import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { writtenName } from '../domain/framed-person.js';
import { AcceptToken } from './accept-token.js';
import { CheckToken } from './check-token.js';
import { StartFrame } from './start-frame.js';
import { TidyFrames } from './tidy-frames.js';

/** A token of a host, and where the browser says that it was posted. */
export interface Handoff {
  readonly token: string;
  readonly origin: string;
  /** Where we are: what the token must be for. */
  readonly audience: string;
}

/** The frame that may be delivered: with which code, and into which pages. */
export interface OpenedFrame {
  readonly code: string;
  readonly origins: readonly string[];
}

/** Lets a person in whom a host sends: uses the token up and begins a session, both or neither. */
@Injectable()
export class OpenFrame {
  constructor(
    private readonly checkToken: CheckToken,
    private readonly acceptToken: AcceptToken,
    private readonly startFrame: StartFrame,
    private readonly tidyFrames: TidyFrames,
    private readonly audit: AuditLog,
    private readonly unit: UnitOfWork,
  ) {}

  /**
   * @throws DomainError EMBED.TOKEN_REFUSED, EMBED.TOKEN_USED, EMBED.ORIGIN_FOREIGN, EMBED.ROLE_REFUSED,
   * EMBED.NO_DEVICE, EMBED.OFF.
   */
  async run({ token, origin, audience }: Handoff): Promise<OpenedFrame> {
    const checked = await this.checkToken.handoff(token, audience);
    const { host } = checked;
    if (!host.origins.includes(origin)) throw new DomainError('EMBED.ORIGIN_FOREIGN', { origin });
    const code = await this.unit.run(async () => {
      const accepted = await this.acceptToken.run(checked);
      const { person, grant } = accepted;
      await this.audit.record(
        { id: person.id, name: writtenName(person.name, host.name) },
        {
          action: 'embed.enter',
          subject: 'embed-host',
          subjectId: host.id,
          details: {
            roles: grant.roles.join(' '),
            devices: grant.deviceIds?.length ?? null,
            droppedDevices: grant.dropped.length,
          },
        },
      );
      return this.startFrame.run(checked, accepted, origin);
    });
    await this.tidyFrames.run();
    return { code, origins: host.origins };
  }
}
