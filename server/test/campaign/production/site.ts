import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/own/free-port.js';
import type { OwnServer } from '../../support/own/own-server.js';
import { startOwnMariaDb, startOwnRedis } from '../../support/own/own-services.js';
import { TcpProxy } from '../../support/own/tcp-proxy.js';
import { Clerk } from '../clerk.js';
import { ServerProcess } from '../server-process.js';
import { SiteLedger } from './site-ledger.js';

const ADMIN = { username: 'admin', password: 'uji-instalasi-besar-1' } as const;

/** A supervisor tries again so often when a process does not come up, in milliseconds. */
const RESTART_WAIT_MS = 500;
const NAME_PATIENCE_MS = 60_000;

/** One process of the installation, which a supervisor starts again whenever it is gone. */
export interface Member {
  readonly role: 'web' | 'worker';
  readonly label: string;
  readonly server: ServerProcess;
  /** Its name in the table of workers, in this life; null for a web process and while it starts. */
  name: string | null;
  /** Resolves when it serves again. */
  up: Promise<void>;
  isUp: boolean;
}

/** What the installation is made of. */
export interface SitePlan {
  readonly webs: number;
  readonly workers: number;
  /** Settings of every process, beside those of the place. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A production installation on this machine: a MariaDB and a Redis of its own behind lines that can be
 * troubled, and processes of the built product.
 */
export class Site {
  readonly members: Member[] = [];
  private starting: Promise<unknown> = Promise.resolve();
  private closing = false;

  private constructor(
    readonly dataDir: string,
    readonly database: OwnServer,
    readonly redis: OwnServer,
    readonly databaseLine: TcpProxy,
    readonly redisLine: TcpProxy,
    readonly ledger: SiteLedger,
    private readonly plan: SitePlan,
  ) {}

  static async open(plan: SitePlan): Promise<Site> {
    const [database, redis] = await Promise.all([startOwnMariaDb(), startOwnRedis()]);
    const site = new Site(
      mkdtempSync(join(tmpdir(), 'prima-site-')),
      database,
      redis,
      await TcpProxy.open(database.port),
      await TcpProxy.open(redis.port),
      await SiteLedger.create(database.port),
      plan,
    );
    try {
      // The first alone, since it makes the schema and the administrator; then all together.
      site.members.push(await site.member('web', 0));
      await site.revive(site.members[0] as Member);
      for (let at = 1; at < plan.webs; at++) site.members.push(await site.member('web', at));
      for (let at = 0; at < plan.workers; at++) site.members.push(await site.member('worker', at));
      await Promise.all(site.members.slice(1).map((member) => site.revive(member)));
      return site;
    } catch (error) {
      await site.close();
      throw error;
    }
  }

  get webs(): Member[] {
    return this.members.filter(({ role }) => role === 'web');
  }

  get workers(): Member[] {
    return this.members.filter(({ role }) => role === 'worker');
  }

  /** Somebody who works at that web process. */
  async clerk(web: Member): Promise<Clerk> {
    const clerk = new Clerk(web.server.url);
    await clerk.logIn(ADMIN.username, ADMIN.password);
    return clerk;
  }

  /** Settings of a process of this installation. */
  settingsOf(role: 'web' | 'worker' | 'all', port: number): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      ROLE: role,
      PORT: String(port),
      DATA_DIR: this.dataDir,
      DATABASE_URL: `mysql://root@127.0.0.1:${String(this.databaseLine.port)}/${this.ledger.schema}`,
      REDIS_URL: `redis://127.0.0.1:${String(this.redisLine.port)}`,
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
      WHATSAPP_ENGINES: 'practice',
      ...this.plan.settings,
    };
  }

  /** Starts a member that is gone, again and again until it is up, as a supervisor does. */
  revive(member: Member): Promise<void> {
    member.isUp = false;
    member.name = null;
    member.up = this.bringUp(member);
    return member.up;
  }

  /** What all processes printed. */
  get output(): string {
    return this.members.map(({ label, server }) => `--- ${label}\n${server.output}`).join('\n');
  }

  /** Ends everything and removes what it made. */
  async close(): Promise<void> {
    this.closing = true;
    for (const { server } of this.members) {
      server.signal('SIGCONT');
      await server.end('SIGKILL');
    }
    await this.ledger.close();
    await Promise.all([this.databaseLine.close(), this.redisLine.close()]);
    await Promise.all([this.database.remove(), this.redis.remove()]);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async member(role: 'web' | 'worker', at: number): Promise<Member> {
    const server = new ServerProcess(this.settingsOf(role, await freePort()));
    const label = `${role} ${String(at + 1)}`;
    return { role, label, server, name: null, up: Promise.resolve(), isUp: false };
  }

  private async bringUp(member: Member): Promise<void> {
    if (member.role === 'web') {
      await this.startedOnce(member);
    } else {
      // One worker after the other: the new name in the table is then that of this one.
      const before = this.starting;
      const started = before.then(() => this.startWorker(member));
      this.starting = started.catch(() => undefined);
      await started;
    }
    member.isUp = true;
  }

  private async startWorker(member: Member): Promise<void> {
    const known = new Set(await this.ledger.workers());
    await this.startedOnce(member);
    const deadline = Date.now() + NAME_PATIENCE_MS;
    while (member.name === null && !this.closing) {
      if (Date.now() > deadline) throw new Error(`${member.label} is not among the workers`);
      const fresh = (await this.ledger.workers()).filter((name) => !known.has(name));
      member.name = fresh[0] ?? null;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async startedOnce({ server }: Member): Promise<void> {
    for (let tries = 1; !this.closing; tries++) {
      try {
        await server.start();
        return;
      } catch (error) {
        if (tries === 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, RESTART_WAIT_MS));
      }
    }
  }
}
