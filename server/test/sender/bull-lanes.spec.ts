import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { getQueueToken } from '@nestjs/bull';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import { Redis } from 'ioredis';
import { BullLanes } from '../../src/modules/sender/infrastructure/lanes/bull/bull-lanes.js';
import { LaneQueueModule } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.module.js';
import { LANE_QUEUE } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.js';
import { LaneQueues } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queues.js';
import type { Ring } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.js';
import { InProcessLanes } from '../../src/modules/sender/infrastructure/lanes/in-process-lanes.js';
import { describeLanes, HeldDriver } from '../../src/modules/sender/testing/lanes.suite.js';
import { ErrorLog } from '../../src/modules/sender/testing/recorders.js';
import { someId } from '../../src/modules/sender/testing/sender-tables.js';
import { FakeClock } from '../../src/platform/kernel/fake-clock.js';
import { describeWithRedis } from '../support/services.js';

const DEVICE = someId(901);

/** Lanes that count how often they were rung over Redis. */
class CountedLanes extends BullLanes {
  rings = 0;
  /** A ring for a device that is held here takes no way round. */
  isHeldHere: (deviceId: string) => boolean = () => false;
  stopped = false;

  override async stop(): Promise<void> {
    await super.stop();
    this.stopped = true;
  }

  override ring(deviceId: string): void {
    if (!this.isHeldHere(deviceId)) this.rings += 1;
    super.ring(deviceId);
  }
}

interface ProcessWishes {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly drives?: boolean;
  readonly name?: string;
  /** Who holds which device, as the database would know it. */
  readonly held?: Map<string, string>;
}

/** One process that rings over Redis and, unless it is a mere web process, drives lanes. */
class Process {
  readonly driver = new HeldDriver();
  readonly clock = new FakeClock();
  readonly queue: Queue<Ring>;
  readonly lanes: CountedLanes;
  private readonly own: Queue<Ring>;
  private answered = 0;

  private constructor(
    private readonly parts: TestingModule,
    private readonly wishes: ProcessWishes,
  ) {
    const { redisUrl, prefix, drives = true, name = 'satu', held = new Map() } = wishes;
    this.queue = parts.get<Queue<Ring>>(getQueueToken(LANE_QUEUE));
    const log = new ErrorLog();
    const local = new InProcessLanes(this.driver, this.clock, log);
    const queues = new LaneQueues({ url: redisUrl, ca: null }, prefix, log);
    this.own = queues.of(name);
    const holders = {
      self: name,
      of: (deviceId: string) => Promise.resolve(held.get(deviceId) ?? null),
      take: (deviceId: string) => {
        if (!held.has(deviceId)) held.set(deviceId, name);
        return Promise.resolve(held.get(deviceId) === name);
      },
    };
    this.lanes = new CountedLanes({ queue: this.queue, queues, local, holders, log }, drives);
    this.lanes.isHeldHere = (deviceId) => drives && held.get(deviceId) === name;
    const answer = () => (this.answered += 1);
    for (const queue of [this.queue, this.own]) queue.on('completed', answer).on('failed', answer);
  }

  static async open(wishes: ProcessWishes): Promise<Process> {
    const imports = [LaneQueueModule.with({ url: wishes.redisUrl, ca: null }, wishes.prefix)];
    const process = new Process(await Test.createTestingModule({ imports }).compile(), wishes);
    await process.queue.isReady();
    return process;
  }

  /** Resolves when this process has answered `rings` of them, and whatever that woke has begun. */
  async settle(rings = this.lanes.rings): Promise<void> {
    while (!this.lanes.stopped && this.answered < rings) {
      await Promise.race(
        [this.queue, this.own].flatMap((queue) => [
          once(queue, 'completed'),
          once(queue, 'failed'),
        ]),
      );
    }
    for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Stops the lanes, and lets their drives end. */
  async stop(): Promise<void> {
    for (const drive of this.driver.drives) drive.end();
    await this.lanes.stop();
  }

  /** Takes the keys along: the Redis may be somebody's own. */
  async close(): Promise<void> {
    if (!this.lanes.stopped) await this.stop();
    await this.parts.close();
    const redis = new Redis(this.wishes.redisUrl);
    const keys = await redis.keys(`${this.wishes.prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
    redis.disconnect();
  }
}

let serial = 0;
const somePrefix = (): string => `prima-test-${String(process.pid)}-${String((serial += 1))}`;

describeWithRedis('lanes', (redisUrl) => {
  describeLanes('over Bull', async () => {
    const one = await Process.open({ redisUrl, prefix: somePrefix() });
    return {
      lanes: one.lanes,
      driver: one.driver,
      settle: () => one.settle(),
      pass: async (milliseconds: number) => {
        await one.clock.advance(milliseconds);
        await one.settle();
      },
      close: () => one.close(),
    };
  });

  it('are rung by a process that drives none, and driven by one of those that do', async () => {
    const prefix = somePrefix();
    const held = new Map<string, string>();
    const open = (name: string, drives = true) =>
      Process.open({ redisUrl, prefix, drives, name, held });
    const web = await open('web', false);
    const workers = [await open('dua'), await open('tiga')];
    for (const { lanes } of [web, ...workers]) await lanes.start();
    web.lanes.ring(DEVICE);
    await Promise.race(workers.map((worker) => worker.settle(1)));
    expect(web.driver.drives).toEqual([]);
    expect(workers.flatMap(({ driver }) => driver.drives)).toHaveLength(1);
    for (const worker of workers) await worker.stop();
    for (const worker of workers) await worker.queue.close();
    await web.close();
  });

  it('are rung at the process that holds the device, however often', async () => {
    const prefix = somePrefix();
    const held = new Map([[DEVICE, 'tiga']]);
    const open = (name: string, drives = true) =>
      Process.open({ redisUrl, prefix, drives, name, held });
    const web = await open('web', false);
    const workers = [await open('dua'), await open('tiga')];
    for (const { lanes } of [web, ...workers]) await lanes.start();
    for (let ring = 0; ring < 5; ring++) web.lanes.ring(DEVICE);
    await workers[1]?.settle(5);
    expect(workers.map(({ driver }) => driver.drives.length)).toEqual([0, 1]);
    for (const worker of workers) await worker.stop();
    for (const worker of workers) await worker.queue.close();
    await web.close();
  });

  it('leave nothing behind in Redis, also of what is no device id', async () => {
    const one = await Process.open({ redisUrl, prefix: somePrefix() });
    await one.lanes.start();
    one.lanes.ring(DEVICE);
    one.lanes.ring('bukan id');
    await one.settle();
    expect(one.driver.drives).toHaveLength(1);
    expect(new Set(Object.values(await one.queue.getJobCounts()))).toEqual(new Set([0]));
    await one.stop();
    await one.close();
  });
});
