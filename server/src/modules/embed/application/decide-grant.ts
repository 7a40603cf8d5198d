import { Inject, Injectable } from '@nestjs/common';
import type { HandoffClaims } from '#contracts/embed-token.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory } from '../../device/index.js';
import type { EmbedHost } from '../domain/embed-host.js';
import { grantOf, refusedRole } from '../domain/grant.js';
import type { Grant } from '../domain/grant.js';

/** What a token gives its person here. Runs in the caller's unit of work. */
@Injectable()
export class DecideGrant {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly devices: DeviceDirectory,
  ) {}

  /** @throws DomainError EMBED.ROLE_REFUSED, EMBED.NO_DEVICE when it names devices and none of them may be. */
  async run(claims: HandoffClaims, host: EmbedHost): Promise<Grant> {
    const rules = {
      host,
      mayGrantAdministrator: this.config.embed.mayGrantAdministrator,
      devices: new Set((await this.devices.listActive('all')).map(({ id }) => id)),
    };
    const role = refusedRole(claims.roles, rules);
    if (role !== null) throw new DomainError('EMBED.ROLE_REFUSED', { role });
    const grant = grantOf(claims.roles, claims.devices, rules);
    if (grant.deviceIds?.length === 0) throw new DomainError('EMBED.NO_DEVICE');
    return grant;
  }
}
