import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { EndFrames } from './end-frames.js';
import { EmbedHosts } from './ports/embed-hosts.js';

/** An administrator ends everything that is open through a dashboard; tokens that it signed before count no more. */
@Injectable()
export class CallBack {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly endFrames: EndFrames,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Answers how many frames were ended. @throws DomainError EMBED.HOST_NOT_FOUND. */
  async run(id: string, actor: Actor): Promise<number> {
    return this.unit.run(async () => {
      const host = await this.hosts.find(id);
      if (host === null) throw new DomainError('EMBED.HOST_NOT_FOUND');
      await this.hosts.change({ ...host, revokedBefore: this.clock.now() });
      const ended = await this.endFrames.allOf({ hostId: id });
      await this.audit.record(actor, {
        action: 'embed.sessions-end',
        subject: 'embed-host',
        subjectId: id,
        details: { issuer: host.issuer, ended },
      });
      return ended;
    });
  }
}
