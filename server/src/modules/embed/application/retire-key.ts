import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { EmbedHosts } from './ports/embed-hosts.js';

/** An administrator retires a key: nothing signed with it counts from now on. Who is in stays in. */
@Injectable()
export class RetireKey {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError EMBED.HOST_NOT_FOUND when there is no such key, or it is retired already. */
  async run(hostId: string, kid: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      if (!(await this.hosts.retireKey(hostId, kid, this.clock.now()))) {
        throw new DomainError('EMBED.HOST_NOT_FOUND');
      }
      await this.audit.record(actor, {
        action: 'embed.key-retire',
        subject: 'embed-host',
        subjectId: hostId,
        details: { kid },
      });
    });
  }
}
