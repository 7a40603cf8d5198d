import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import * as z from 'zod';
import { Envelope } from '../../src/platform/bus/envelope.js';
import { NoAnswer } from '../../src/platform/bus/process-bus.js';
import type { Question, Topic } from '../../src/platform/bus/process-bus.js';
import { RedisBus } from '../../src/platform/bus/redis-bus.js';
import { LiveHub } from '../../src/platform/events/live-hub.js';
import { RecordingLog } from '../support/recording-log.js';
import { describeWithRedis } from '../support/services.js';

const GREETING: Topic<{ words: string }> = {
  name: 'greeting',
  schema: z.object({ words: z.string() }),
};
const SUM: Question<{ of: number[] }, { sum: number }> = {
  name: 'sum',
  schema: z.object({ of: z.array(z.number()) }),
  answer: z.object({ sum: z.number() }),
};
const PATIENCE = 2_000;

describeWithRedis('the bus between processes', (url) => {
  const prefix = `prima_test_${randomBytes(4).toString('hex')}`;
  const key = randomBytes(32);
  let opened: RedisBus[];
  let log: RecordingLog;

  beforeEach(() => {
    opened = [];
    log = new RecordingLog();
  });
  afterEach(() => {
    for (const bus of opened) bus.onApplicationShutdown();
  });

  const open = async (its = key): Promise<RedisBus> => {
    const bus = RedisBus.open({ url, ca: null }, prefix, new Envelope(its), log, 'satu');
    opened.push(bus);
    await bus.listening;
    return bus;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    const givesUpAt = Date.now() + PATIENCE;
    while (!condition()) {
      if (Date.now() > givesUpAt) throw new Error('It did not come to that');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('tells all others, and not who spoke', async () => {
    const buses = [await open(), await open(), await open()];
    const heard = buses.map((bus) => {
      const words: string[] = [];
      bus.subscribe(GREETING, (message) => words.push(message.words));
      return words;
    });
    buses[0]?.publish(GREETING, { words: 'selamat pagi' });
    await until(() => heard.flat().length === 2);
    expect(heard).toEqual([[], ['selamat pagi'], ['selamat pagi']]);
  });

  it('brings a question to one process and its answer back', async () => {
    const [web, worker] = [await open(), await open()];
    worker.answer(SUM, ({ of }) => Promise.resolve({ sum: of.reduce((a, b) => a + b, 0) }));
    const asked = [1, 2, 3].map((n) => web.ask(worker.self, SUM, { of: [n, n] }, PATIENCE));
    expect(await Promise.all(asked)).toEqual([{ sum: 2 }, { sum: 4 }, { sum: 6 }]);
  });

  it('says that there is no answer: nobody there, not answered, failed, too slow, nonsense', async () => {
    const [web, worker] = [await open(), await open()];
    const ask = (whom = worker.self, patience = PATIENCE) =>
      web.ask(whom, SUM, { of: [] }, patience);
    await expect(ask('nobody')).rejects.toThrow(/not there/);
    await expect(ask()).rejects.toThrow(/not answered here/);
    worker.answer(SUM, () => Promise.reject(new Error('no head for figures')));
    await expect(ask()).rejects.toThrow(/no head for figures/);
    worker.answer(SUM, () => new Promise(() => undefined));
    await expect(ask(worker.self, 20)).rejects.toThrow(/too long/);
    worker.answer(SUM, () => Promise.resolve({ sum: 'many' } as never));
    await expect(ask()).rejects.toThrow(NoAnswer);
  });

  it('carries live news to the streams of other processes, once', async () => {
    const hubs = [new LiveHub(await open()), new LiveHub(await open())];
    const seen = hubs.map((hub) => {
      const types: string[] = [];
      hub.add({
        actor: { id: '', permissions: new Set(['broadcasts:read']), devices: 'all' },
        deliver: ({ type }) => types.push(type),
      });
      return types;
    });
    const broadcastId = '00000000-0000-7000-8000-000000000001';
    const devices = ['00000000-0000-7000-8000-000000000901'];
    hubs[0]?.publish(
      { permission: 'devices:manage', devices },
      { type: 'broadcast-removed', broadcastId },
    );
    hubs[0]?.publish(
      { permission: 'broadcasts:read', devices },
      { type: 'broadcast-changed', broadcastId },
    );
    await until(() => seen[1]?.length === 1);
    expect(seen).toEqual([['broadcast-changed'], ['broadcast-changed']]);
  });

  it('shows nothing to who reads Redis, and believes nobody without the key', async () => {
    const [web, worker] = [await open(), await open()];
    const stranger = await open(randomBytes(32));
    const eavesdropper = new Redis(url);
    const overheard: Buffer[] = [];
    await eavesdropper.psubscribe(`${prefix}:*`);
    eavesdropper.on('pmessageBuffer', (_pattern, _channel, sealed: Buffer) => {
      overheard.push(sealed);
    });
    const words: string[] = [];
    worker.subscribe(GREETING, (message) => words.push(message.words));
    stranger.publish(GREETING, { words: 'percayalah' });
    web.publish(GREETING, { words: 'rahasia' });
    await until(() => words.length === 1 && overheard.length === 2);
    expect(words).toEqual(['rahasia']);
    expect(Buffer.concat(overheard).toString('latin1')).not.toMatch(/rahasia|greeting/);
    await eavesdropper.punsubscribe();
    expect(await eavesdropper.keys(`${prefix}:*`)).toEqual([]);
    eavesdropper.disconnect();
  });

  it('has the streams of a process that heard nothing for a while read everything anew', async () => {
    const [web, worker] = [await open(), await open()];
    const seen = [web, worker].map((bus) => {
      const types: string[] = [];
      const deliver = ({ type }: { type: string }) => types.push(type);
      new LiveHub(bus).add({
        actor: { id: 'u1', permissions: new Set(), devices: 'all' },
        deliver,
      });
      return types;
    });
    const admin = new Redis(url);
    for (const line of ((await admin.client('LIST')) as string).split('\n')) {
      if (/ sub=2 /.test(line)) await admin.client('KILL', 'ID', /id=(\d+)/.exec(line)?.[1] ?? '');
    }
    admin.disconnect();
    await until(() => seen.every((types) => types.includes('hello')));
  });

  it('hears again after the connection was cut', async () => {
    const [web, worker] = [await open(), await open()];
    const words: string[] = [];
    worker.subscribe(GREETING, (message) => words.push(message.words));
    const admin = new Redis(url);
    const mine = (await admin.client('LIST')) as string;
    const pubsub = mine.split('\n').filter((line) => / sub=2 /.test(line));
    for (const line of pubsub) {
      const id = /id=(\d+)/.exec(line)?.[1] ?? '';
      await admin.client('KILL', 'ID', id);
    }
    admin.disconnect();
    await until(() => {
      web.publish(GREETING, { words: 'masih di sana?' });
      return words.length > 0;
    });
  });
});
