import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startOwnRedis } from '../support/own/own-services.js';
import type { OwnServer } from '../support/own/own-server.js';
import { addressOf, runProduct } from '../support/product-process.js';
import type { ProgramRun } from '../support/product-process.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('limits of two web processes on one Redis', (serverUrl) => {
  const schema = `prima_test_limits_${String(process.pid)}`;
  const runs: ProgramRun[] = [];
  const urls: string[] = [];
  let folder: string;
  let admin: DataSource;
  let redis: OwnServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prima-limits-'));
    admin = await new DataSource({ type: 'mariadb', url: serverUrl }).initialize();
    await admin.query(`CREATE DATABASE ${schema}`);
    redis = await startOwnRedis();
    for (let count = 0; count < 2; count++) {
      const run = runProduct('main.js', {
        ROLE: 'web',
        PORT: '0',
        DATA_DIR: folder,
        DATABASE_URL: `${serverUrl}/${schema}`,
        REDIS_URL: `redis://127.0.0.1:${String(redis.port)}`,
        RATE_ANONYMOUS: '6/3600',
      });
      runs.push(run);
      urls.push(await addressOf(run));
    }
  }, 60_000);
  afterAll(async () => {
    for (const run of runs) {
      run.child.kill('SIGKILL');
      await run.ended;
    }
    await redis.remove();
    await admin.query(`DROP DATABASE ${schema}`);
    await admin.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks both in turn; how many of so many were granted, and the longest wait in milliseconds. */
  const ask = async (times: number) => {
    let [granted, longest] = [0, 0];
    for (let at = 0; at < times; at++) {
      const began = Date.now();
      const answer = await fetch(`${urls[at % urls.length] ?? ''}/api/auth/status`);
      await answer.body?.cancel();
      longest = Math.max(longest, Date.now() - began);
      if (answer.status === 200) granted += 1;
      else
        expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
    }
    return { granted, longest };
  };

  it('are one limit; while Redis is away, half in each; and one again when it is back', async () => {
    expect((await ask(12)).granted).toBe(6);
    await redis.stop('SIGKILL');
    const alone = await ask(12);
    expect(alone.granted).toBe(6);
    expect(alone.longest).toBeLessThan(1_000);
    // Empty, as after a restart without a disk: it counts anew, again for both.
    await redis.start();
    let granted = 0;
    for (let until = Date.now() + 20_000; granted < 6 && Date.now() < until;) {
      granted += (await ask(2)).granted;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect([granted, (await ask(6)).granted]).toEqual([6, 0]);
  }, 60_000);
});
