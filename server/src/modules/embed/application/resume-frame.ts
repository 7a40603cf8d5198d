import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { EmbedHost } from '../domain/embed-host.js';
import { isDueForTouch, isOver } from '../domain/frame-session.js';
import type { FrameSession } from '../domain/frame-session.js';
import type { FramedPerson } from '../domain/framed-person.js';
import { grantOf, refusedRole } from '../domain/grant.js';
import { hashOfFrameToken } from './frame-token.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { FrameSessions } from './ports/frame-sessions.js';
import { FramedPeople } from './ports/framed-people.js';

/** A frame that holds, whose it is, and where it is. */
export interface ResumedFrame {
  readonly session: FrameSession;
  readonly person: FramedPerson;
  readonly host: EmbedHost;
}

/** Recognises a frame at each request. Reads the host anew, so that what it may not give any more acts at once. */
@Injectable()
export class ResumeFrame {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly sessions: FrameSessions,
    private readonly hosts: EmbedHosts,
    private readonly people: FramedPeople,
    private readonly clock: Clock,
  ) {}

  /** The frame that `token` stands for, which counts as in use; null once it is over. */
  async byToken(token: string): Promise<ResumedFrame | null> {
    return this.unit.run(async () =>
      this.resume(await this.sessions.findByAccess(hashOfFrameToken(token), this.clock.now())),
    );
  }

  /** The frame of this id, the same way. */
  async byId(id: string): Promise<ResumedFrame | null> {
    return this.unit.run(async () => this.resume(await this.sessions.find(id)));
  }

  private async resume(session: FrameSession | null): Promise<ResumedFrame | null> {
    const now = this.clock.now();
    if (session === null || isOver(session, now)) return null;
    const host = await this.hosts.find(session.hostId);
    const person = await this.people.find(session.personId);
    if (!host || !person || !this.stillGives(host, session)) return null;
    if (isDueForTouch(session, now)) await this.sessions.touch(session.id, now);
    return { session, person, host };
  }

  private stillGives(host: EmbedHost, { roles, deviceIds, origin }: FrameSession): boolean {
    if (!host.isOpen || !this.config.embed.isAllowed || !host.origins.includes(origin))
      return false;
    const { mayGrantAdministrator } = this.config.embed;
    const rules = { host, mayGrantAdministrator, devices: new Set(deviceIds) };
    if (refusedRole(roles, rules) !== null) return false;
    if (deviceIds === null) return host.deviceIds === null;
    return grantOf(roles, deviceIds, rules).dropped.length === 0;
  }
}
