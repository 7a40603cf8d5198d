import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { getQueueToken } from '@nestjs/bull';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bull';
import { BullLanes } from '../../src/modules/sender/infrastructure/lanes/bull/bull-lanes.js';
import { LaneQueueModule } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.module.js';
import { LANE_QUEUE } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.js';
import type { Ring } from '../../src/modules/sender/infrastructure/lanes/bull/lane-queue.js';
import { InProcessLanes } from '../../src/modules/sender/infrastructure/lanes/in-process-lanes.js';
import { describeLanes, HeldDriver } from '../../src/modules/sender/testing/lanes.suite.js';
import { ErrorLog } from '../../src/modules/sender/testing/recorders.js';
import { someId } from '../../src/modules/sender/testing/sender-tables.js';
import { FakeClock } from '../../src/platform/kernel/fake-clock.js';
import { describeWithRedis } from '../support/services.js';

const DEVICE = someId(901);

/** Lanes that count how often they were rung. */
class CountedLanes extends BullLanes {
  rings = 0;

  override ring(deviceId: string): void {
    this.rings += 1;
    super.ring(deviceId);
  }
}

/** One process that rings over Redis and, unless it is a mere web process, drives lanes. */
class Process {
  readonly driver = new HeldDriver();
  readonly clock = new FakeClock();
  readonly queue: Queue<Ring>;
  readonly lanes: CountedLanes;
  private answered = 0;
  private stopped = false;

  private constructor(
    private readonly parts: TestingModule,
    drives: boolean,
  ) {
    this.queue = parts.get<Queue<Ring>>(getQueueToken(LANE_QUEUE));
    const log = new ErrorLog();
    const local = new InProcessLanes(this.driver, this.clock, log);
    this.lanes = new CountedLanes(this.queue, local, drives, log);
    const answer = () => (this.answered += 1);
    this.queue.on('completed', answer).on('failed', answer);
  }

  static async open(redisUrl: string, prefix: string, drives = true): Promise<Process> {
    const imports = [LaneQueueModule.with(redisUrl, prefix)];
    const process = new Process(await Test.createTestingModule({ imports }).compile(), drives);
    await process.queue.isReady();
    return process;
  }

  /** Resolves when this process has answered `rings` of them, and whatever that woke has begun. */
  async settle(rings = this.lanes.rings): Promise<void> {
    while (!this.stopped && this.answered < rings) {
      await Promise.race([once(this.queue, 'completed'), once(this.queue, 'failed')]);
    }
    for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Stops the lanes, and lets their drives end. */
  async stop(): Promise<void> {
    for (const drive of this.driver.drives) drive.end();
    await this.lanes.stop();
    this.stopped = true;
  }

  /** Takes the keys along: the Redis may be somebody's own. */
  async close(): Promise<void> {
    await this.queue.obliterate({ force: true });
    await this.parts.close();
  }
}

let serial = 0;
const somePrefix = (): string => `prima-test-${String(process.pid)}-${String((serial += 1))}`;

describeWithRedis('lanes', (redisUrl) => {
  describeLanes('over Bull', async () => {
    const one = await Process.open(redisUrl, somePrefix());
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
    const web = await Process.open(redisUrl, prefix, false);
    const workers = [await Process.open(redisUrl, prefix), await Process.open(redisUrl, prefix)];
    for (const { lanes } of [web, ...workers]) await lanes.start();
    web.lanes.ring(DEVICE);
    await Promise.race(workers.map((worker) => worker.settle(1)));
    expect(web.driver.drives).toEqual([]);
    expect(workers.flatMap(({ driver }) => driver.drives)).toHaveLength(1);
    for (const worker of workers) await worker.stop();
    for (const worker of workers) await worker.queue.close();
    await web.close();
  });

  it('leave nothing behind in Redis, also of what is no device id', async () => {
    const one = await Process.open(redisUrl, somePrefix());
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
