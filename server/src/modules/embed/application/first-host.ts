import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { KeySmith } from './ports/token-verifier.js';

/** Name of the key that comes from the environment. */
const KID = 'prima-first';

/** Adds the dashboard of the settings to an installation that has none. From then on the page rules. */
@Injectable()
export class FirstHost implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly smith: KeySmith,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const first = this.config.embed.firstHost;
    if (first === null) return;
    await this.unit.run(async () => {
      if ((await this.hosts.list()).length > 0) return;
      const id = this.ids.next();
      const now = this.clock.now();
      const isAdded = await this.hosts.add({
        id,
        name: 'Dashboard',
        issuer: first.issuer,
        origins: first.origins,
        roles: ['viewer', 'operator', 'confirmer'],
        deviceIds: null,
        isOpen: true,
        revokedBefore: null,
        createdAt: now,
      });
      // Another process that starts at the same moment was first.
      if (!isAdded) return;
      await this.hosts.addKey({
        kid: KID,
        hostId: id,
        algorithm: 'HS256',
        material: this.smith.seal(first.secret),
        createdAt: now,
        lastUsedAt: null,
        retiredAt: null,
      });
    });
  }
}
