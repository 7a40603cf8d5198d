import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { EndFrames } from './end-frames.js';
import { EmbedHosts } from './ports/embed-hosts.js';

/** An administrator takes a dashboard away, with its keys and everybody who is in through it. */
@Injectable()
export class RemoveHost {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly endFrames: EndFrames,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError EMBED.HOST_NOT_FOUND. */
  async run(id: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const host = await this.hosts.find(id);
      if (host === null) throw new DomainError('EMBED.HOST_NOT_FOUND');
      const ended = await this.endFrames.allOf({ hostId: id });
      await this.hosts.remove(id);
      await this.audit.record(actor, {
        action: 'embed.host-remove',
        subject: 'embed-host',
        subjectId: id,
        details: { name: host.name, issuer: host.issuer, ended },
      });
    });
  }
}
