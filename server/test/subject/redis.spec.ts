import { expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Config } from '../../src/platform/config/config.js';
import { onSqlite } from '../backup/installation.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { describeWithRedis } from '../support/services.js';
import { startTestServer } from '../support/test-server.js';

const CANARIES = ['81200000077', 'Kenari Wulandari', 'Teks kenari'];
const LIST = 'nomor|nama|poli\n081200000077|Kenari Wulandari|Poli Paru';

describeWithRedis('Redis while a message is being sent', (redisUrl) => {
  it('is never told a number, a name or a text, so there is nothing to erase in it', async () => {
    const installation = onSqlite();
    const redisPrefix = `prima-test-${Math.random().toString(36).slice(2)}`;
    const spy = new Redis(redisUrl);
    const heard: string[] = [];
    const monitor = await spy.monitor();
    monitor.on('monitor', (_time: string, words: string[]) => {
      heard.push(words.join(' '));
    });
    const redis = { url: redisUrl, ca: null };
    const config: Config = { ...installation.config, redis, redisPrefix };
    const server = await startTestServer({ config });
    const browser = await server.login();
    const calls = new BroadcastCalls(server, browser);
    const device = await new DeviceCalls(server, browser).addLinked();
    const draft = await calls.draft(device.id, LIST);
    await calls.edit(draft, { text: 'Teks kenari {nama} {poli}' });
    const broadcast = await calls.confirmed(await calls.get(draft.id));
    await calls.send(broadcast);
    await calls.until(broadcast, ({ status }) => status === 'finished');
    await browser.post('/api/subjects/erase', { phone: '081200000077' });
    await server.close();

    const ours = heard.filter((line) => line.includes(redisPrefix));
    expect(ours.length).toBeGreaterThan(5);
    for (const canary of CANARIES) {
      expect(ours.filter((line) => line.includes(canary))).toEqual([]);
    }
    monitor.disconnect();
    const left = await spy.keys(`${redisPrefix}*`);
    if (left.length > 0) await spy.del(...left);
    await spy.quit();
    await installation.remove();
  }, 60_000);
});
