import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordingLog } from '../../support/recording-log.js';
import { SystemClock } from '../../../src/platform/kernel/clock.js';
import {
  EngineHost,
  HostGone,
} from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/engine-host.js';
import type {
  HostNews,
  HostStart,
} from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/protocol.js';

const LOOKUP = { kind: 'lookup', phone: '+6281200000001' } as const;

/** Says what it is told, until `behaviour` says otherwise. */
const program = (behaviour: string): string => `
  const alive = setInterval(() => process.send({ type: 'alive' }), 20);
  process.on('disconnect', () => process.exit());
  process.on('message', (message) => { ${behaviour} });
`;

/** Programs in the place of the real one: whatever they do, the product lives on and knows it. */
describe('EngineHost', () => {
  let folder: string;
  let log: RecordingLog;
  let news: HostNews[];
  const hosts: EngineHost[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prima-host-'));
    log = new RecordingLog();
    news = [];
  });

  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
    await rm(folder, { recursive: true });
  });

  function run(entry: string, silenceMs: number): EngineHost {
    const host = new EngineHost(
      { entry, execArgv: [], env: {} },
      {} as HostStart,
      { silenceMs, endMs: 300 },
      { deviceId: 'device', clock: new SystemClock(), log, onNews: (told) => news.push(told) },
    );
    hosts.push(host);
    return host;
  }

  async function start(behaviour: string, silenceMs = 600): Promise<EngineHost> {
    const entry = join(folder, 'host.mjs');
    await writeFile(entry, program(behaviour));
    return run(entry, silenceMs);
  }

  const logged = () => log.lines.map(({ message }) => message);
  const lastWords = () =>
    log.lines.find(({ message }) => message.includes('died'))?.fields.lastWords;

  it('brings questions and answers together, in any order', async () => {
    const host = await start(`
      if (message.type === 'end') process.exit();
      if (message.type !== 'ask') return;
      const { id, ask } = message;
      const value = { kind: 'on', address: ask.phone };
      setTimeout(() => process.send({ type: 'answer', id, value }), id === 1 ? 60 : 0);
    `);
    const asked = ['+621', '+622'].map((phone) => host.ask({ kind: 'lookup', phone }, 5_000));
    expect(await Promise.all(asked)).toEqual([
      { kind: 'on', address: '+621' },
      { kind: 'on', address: '+622' },
    ]);
  });

  it('fails what was asked when the process dies, and what is asked after', async () => {
    const host = await start(`if (message.type === 'ask') process.exit(7);`);
    await expect(host.ask(LOOKUP, 5_000)).rejects.toThrow(HostGone);
    expect(await host.over).toEqual({ code: 'broken', detail: '7' });
    await expect(host.ask(LOOKUP, 5_000)).rejects.toThrow(HostGone);
  });

  it('keeps the last words of a process for the log, without anybody’s number', async () => {
    const host = await start(`throw new Error('No LID for 6281200000001');`);
    expect(await host.over).toEqual({ code: 'broken', detail: '1' });
    expect(lastWords()).toContain('No LID for');
    expect(lastWords()).not.toContain('6281200000001');
  });

  it('waits no longer for an answer than was said', async () => {
    const host = await start('');
    await expect(host.ask(LOOKUP, 50)).rejects.toThrow('does not answer');
  });

  it('kills a process that hangs, but none that is only busy for a moment', async () => {
    const busy = `const until = Date.now() + message.ask.phone * 1; while (Date.now() < until);
      process.send({ type: 'answer', id: message.id, value: true });`;
    const host = await start(`if (message.type === 'ask') { ${busy} }`);
    await host.ask({ kind: 'lookup', phone: '250' }, 5_000);
    expect(logged()).toEqual([]);
    await expect(host.ask({ kind: 'lookup', phone: '60000' }, 5_000)).rejects.toThrow(HostGone);
    expect(await host.over).toMatchObject({ code: 'broken', detail: 'SIGKILL' });
    expect(logged()[0]).toContain('hangs');
  });

  it('kills a process that says that it ends and does not, and hears nothing more of it', async () => {
    const host = await start(`
      process.send({ type: 'over', end: { code: 'banned', detail: null } });
      process.send({ type: 'news', news: { kind: 'ready' } });
    `);
    expect(await host.over).toEqual({ code: 'banned', detail: null });
    expect(news).toEqual([]);
  });

  it('kills a process that does not end when asked', async () => {
    const host = await start('');
    await host.close();
    expect(await host.over).toMatchObject({ detail: 'SIGKILL' });
  });

  it('lets a process that leaks die alone', async () => {
    const leak = `const kept = []; setInterval(() => kept.push(Array(2_000_000).fill(0)), 0)`;
    const host = await start(`if (message.type === 'start') { ${leak} }`, 20_000);
    expect((await host.over).code).toBe('broken');
    expect(lastWords()).toMatch(/heap limit|heap out of memory/i);
  });

  it('survives a program that cannot be started', async () => {
    const host = run(join(folder, 'nowhere.mjs'), 600);
    expect((await host.over).code).toBe('broken');
    await expect(host.ask(LOOKUP, 5_000)).rejects.toThrow(HostGone);
  });
});
