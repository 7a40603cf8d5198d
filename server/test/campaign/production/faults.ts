import { Redis } from 'ioredis';
import { drawFrom } from '../../../src/modules/device/infrastructure/gateways/practice/seeded-draws.js';
import type { Draw } from '../../../src/modules/device/infrastructure/gateways/practice/seeded-draws.js';
import type { Member, Site } from './site.js';

/** What is done to an installation. */
export const FAULTS = [
  'kill',
  'redis-flushed',
  'redis-away',
  'database-restart',
  'connections-reset',
  'latency',
  'freeze',
] as const;

/** One of `FAULTS`. */
export type FaultKind = (typeof FAULTS)[number];

/** How long faults last, in milliseconds. */
export interface FaultTimes {
  readonly redisAway: number;
  /** Between the end of the database server and its next start. */
  readonly databaseAway: number;
  /** Added to everything that passes between the product and its servers, each way. */
  readonly latency: number;
  readonly latencyLasts: number;
}

/** A lane was driven by somebody who is gone, or could not reach the database, at this moment. */
export interface Blow {
  readonly kind: FaultKind;
  readonly at: number;
  /** Devices whose lanes it concerns. */
  readonly devices: readonly string[];
  /** At most so many messages of theirs were in flight. */
  readonly inFlight: number;
}

/** A worker that was stopped and woken. */
export interface Sleep {
  readonly from: number;
  readonly until: number;
  readonly devices: readonly string[];
  readonly inFlight: number;
}

/** A frozen worker is woken when others have all of its devices, or after this time. */
const SLEEP_LIMIT_MS = 60_000;

/** Strikes an installation, and writes down what each blow met. */
export class Faults {
  readonly blows: Blow[] = [];
  readonly sleeps: Sleep[] = [];
  private readonly frozen = new Set<Member>();
  private readonly lasting: Promise<void>[] = [];

  constructor(
    private readonly site: Site,
    private readonly times: FaultTimes,
    private readonly draw: Draw,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when the fault has struck; what lasts goes on, see `over`. */
  async strike(kind: FaultKind): Promise<void> {
    switch (kind) {
      case 'kill':
        return this.kill();
      case 'redis-flushed':
        return this.flush();
      case 'redis-away':
        this.lasting.push(this.takeRedisAway());
        return;
      case 'database-restart':
        return this.restartDatabase();
      case 'connections-reset':
        return this.resetConnections();
      case 'latency':
        this.lasting.push(this.slowDown());
        return;
      case 'freeze':
        return this.freeze();
    }
  }

  /** Resolves when nothing is troubled any more and every process is up. */
  async over(): Promise<void> {
    await Promise.all(this.lasting);
    await Promise.all(this.site.members.map(({ up }) => up));
  }

  private async kill(): Promise<void> {
    const victim = this.pick(this.site.members.filter((member) => this.isStruck(member)));
    const devices = await this.devicesOf(victim);
    await victim.server.end('SIGKILL');
    const at = Date.now();
    const inFlight = await this.site.ledger.inFlight(devices);
    this.blows.push({ kind: 'kill', at, devices, inFlight });
    this.say(`kill -9 ${victim.label}: ${told(devices, inFlight)}`);
    void this.site.revive(victim);
  }

  private async flush(): Promise<void> {
    const redis = new Redis(this.site.redis.port);
    await redis.flushall();
    redis.disconnect();
    this.say('FLUSHALL');
  }

  private async takeRedisAway(): Promise<void> {
    this.say(`Redis away for ${seconds(this.times.redisAway)}`);
    this.site.redisLine.cut();
    await this.site.redis.stop('SIGKILL');
    await pause(this.times.redisAway);
    await this.site.redis.start();
    this.site.redisLine.restore();
    this.say('Redis is back, empty');
  }

  private async restartDatabase(): Promise<void> {
    const devices = await this.allHeld();
    await this.site.database.stop('SIGTERM');
    await pause(this.times.databaseAway);
    await this.site.database.start();
    this.blows.push({
      kind: 'database-restart',
      at: Date.now(),
      devices,
      inFlight: devices.length,
    });
    this.say(`database restarted, away for ${seconds(this.times.databaseAway)} and more`);
  }

  private async resetConnections(): Promise<void> {
    const devices = await this.allHeld();
    this.site.databaseLine.reset();
    this.site.redisLine.reset();
    const blow = { at: Date.now(), devices, inFlight: devices.length };
    this.blows.push({ kind: 'connections-reset', ...blow });
    this.say('every connection to the database and to Redis reset');
  }

  private async slowDown(): Promise<void> {
    this.say(`${String(this.times.latency)} ms more each way, to the database and to Redis`);
    for (const line of this.lines) line.slowDown(this.times.latency);
    await pause(this.times.latencyLasts);
    for (const line of this.lines) line.slowDown(0);
  }

  private async freeze(): Promise<void> {
    const held = await this.site.ledger.holds();
    const holders = this.site.workers.filter(
      (member) => this.isStruck(member) && (held.get(member.name ?? '') ?? []).length > 0,
    );
    if (holders.length === 0) {
      await pause(200);
      return this.freeze();
    }
    const sleeper = this.pick(holders);
    const devices = await this.devicesOf(sleeper);
    this.frozen.add(sleeper);
    sleeper.server.signal('SIGSTOP');
    const from = Date.now();
    const inFlight = await this.site.ledger.inFlight(devices);
    this.blows.push({ kind: 'freeze', at: from, devices, inFlight });
    this.say(`SIGSTOP ${sleeper.label}: ${told(devices, inFlight)}`);
    this.lasting.push(this.wake(sleeper, { from, devices, inFlight }));
  }

  private async wake(sleeper: Member, sleep: Omit<Sleep, 'until'>): Promise<void> {
    const name = sleeper.name ?? '';
    const holds = async () => (await this.site.ledger.holds()).get(name) ?? [];
    while ((await holds()).length > 0 && Date.now() < sleep.from + SLEEP_LIMIT_MS) await pause(200);
    this.sleeps.push({ ...sleep, until: Date.now() });
    sleeper.server.signal('SIGCONT');
    this.frozen.delete(sleeper);
    this.say(`SIGCONT ${sleeper.label}, after ${seconds(Date.now() - sleep.from)}`);
  }

  private get lines() {
    return [this.site.databaseLine, this.site.redisLine];
  }

  /** One that is up and awake can be struck. */
  private isStruck(member: Member): boolean {
    return member.isUp && !this.frozen.has(member);
  }

  private pick(members: readonly Member[]): Member {
    const member = members[drawFrom({ min: 0, max: members.length - 1 }, this.draw)];
    if (!member) throw new Error('No process is up');
    return member;
  }

  private async devicesOf({ name }: Member): Promise<string[]> {
    return name === null ? [] : ((await this.site.ledger.holds()).get(name) ?? []);
  }

  private async allHeld(): Promise<string[]> {
    return [...(await this.site.ledger.holds()).values()].flat();
  }
}

const told = (devices: readonly string[], inFlight: number): string =>
  `${String(devices.length)} devices, ${String(inFlight)} messages in flight`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
