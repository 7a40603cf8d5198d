import { Inject, Injectable } from '@nestjs/common';
import type { EmbedHostView, EmbedKeyView, EmbedSettings } from '#contracts/embed.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { EmbedKey } from '../domain/embed-key.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { FrameSessions } from './ports/frame-sessions.js';

/** What the page Penyematan shows. */
@Injectable()
export class ReadSettings {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly hosts: EmbedHosts,
    private readonly sessions: FrameSessions,
    private readonly clock: Clock,
  ) {}

  /** @param address where we are, as browsers see it */
  async all(address: string): Promise<EmbedSettings> {
    const { isAllowed, mayGrantAdministrator } = this.config.embed;
    return { isAllowed, mayGrantAdministrator, address, hosts: await this.views() };
  }

  /** @throws DomainError EMBED.HOST_NOT_FOUND. */
  async one(id: string): Promise<EmbedHostView> {
    const view = (await this.views()).find((host) => host.id === id);
    if (view === undefined) throw new DomainError('EMBED.HOST_NOT_FOUND');
    return view;
  }

  /** Everywhere that pages may be which frame us now. */
  async origins(): Promise<string[]> {
    if (!this.config.embed.isAllowed) return [];
    const hosts = await this.unit.run(() => this.hosts.list());
    return [...new Set(hosts.filter(({ isOpen }) => isOpen).flatMap(({ origins }) => origins))];
  }

  private async views(): Promise<EmbedHostView[]> {
    return this.unit.run(async () => {
      const keys = await this.hosts.keys();
      const open = await this.sessions.countByHost(this.clock.now());
      return (await this.hosts.list()).map((host) => ({
        id: host.id,
        name: host.name,
        issuer: host.issuer,
        origins: [...host.origins],
        roles: [...host.roles],
        deviceIds: host.deviceIds && [...host.deviceIds],
        isOpen: host.isOpen,
        keys: keys.filter(({ hostId }) => hostId === host.id).map(keyView),
        openSessions: open.get(host.id) ?? 0,
      }));
    });
  }
}

/** A key as the screen sees it. */
export function keyView({
  kid,
  algorithm,
  createdAt,
  lastUsedAt,
  retiredAt,
}: EmbedKey): EmbedKeyView {
  return {
    kid,
    algorithm,
    createdAt: new Date(createdAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
    retiredAt: retiredAt === null ? null : new Date(retiredAt).toISOString(),
  };
}
