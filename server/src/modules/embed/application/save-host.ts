import { Inject, Injectable } from '@nestjs/common';
import type { EmbedHostWish } from '#contracts/embed.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { FieldFault } from '../../../platform/kernel/domain-error.js';
import { isInsecureOrigin } from '../../../platform/kernel/frame-origin.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { EmbedHost } from '../domain/embed-host.js';
import { EmbedHosts } from './ports/embed-hosts.js';

/** An administrator adds a dashboard or changes what it may. Acts at the next request of its frames. */
@Injectable()
export class SaveHost {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers its id. @throws DomainError EMBED.ISSUER_TAKEN, EMBED.ADMINISTRATOR_REFUSED, REQUEST.INVALID for
   * an origin without https.
   */
  async add(wish: EmbedHostWish, actor: Actor): Promise<string> {
    this.assertAllowed(wish);
    const id = this.ids.next();
    const host = { ...wish, id, revokedBefore: null, createdAt: this.clock.now() };
    await this.unit.run(async () => {
      if (!(await this.hosts.add(host))) throw issuerTaken();
      await this.writeDown(actor, 'embed.host-add', host);
    });
    return id;
  }

  /** @throws DomainError as `add`, and EMBED.HOST_NOT_FOUND. */
  async change(id: string, wish: EmbedHostWish, actor: Actor): Promise<void> {
    this.assertAllowed(wish);
    await this.unit.run(async () => {
      const host = await this.hosts.find(id);
      if (host === null) throw new DomainError('EMBED.HOST_NOT_FOUND');
      const changed = { ...host, ...wish };
      if (!(await this.hosts.change(changed))) throw issuerTaken();
      await this.writeDown(actor, 'embed.host-change', changed);
    });
  }

  private assertAllowed({ roles, origins }: EmbedHostWish): void {
    if (roles.includes('administrator') && !this.config.embed.mayGrantAdministrator) {
      throw faulty({ pointer: '/roles', code: 'EMBED.ADMINISTRATOR_REFUSED' });
    }
    // A trial over plain http has a dashboard without https too.
    const at = this.config.allowHttp ? -1 : origins.findIndex(isInsecureOrigin);
    if (at >= 0) {
      throw faulty({ pointer: `/origins/${String(at)}`, code: 'EMBED.ORIGIN_INSECURE' });
    }
  }

  private async writeDown(actor: Actor, action: string, host: EmbedHost): Promise<void> {
    await this.audit.record(actor, {
      action,
      subject: 'embed-host',
      subjectId: host.id,
      details: {
        name: host.name,
        issuer: host.issuer,
        origins: host.origins.join(' '),
        roles: host.roles.join(' '),
        devices: host.deviceIds?.length ?? null,
        isOpen: host.isOpen ? 1 : 0,
      },
    });
  }
}

const faulty = (fault: FieldFault): DomainError => new DomainError(fault.code, {}, [fault]);

const issuerTaken = (): DomainError => faulty({ pointer: '/issuer', code: 'EMBED.ISSUER_TAKEN' });
