import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { LiveHub } from '../../src/platform/events/live-hub.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const ID = '0197a8b0-0000-7000-8000-000000000001';
const NEWS = { type: 'broadcast-removed', broadcastId: ID } as const;
const HEARTBEAT = 15_000;

/** Reads a stream piece by piece, as a tab does. */
class Reader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private waiting = '';

  constructor(answer: Response) {
    if (!answer.body) throw new Error('No stream');
    this.reader = answer.body.getReader();
  }

  /** The next block: an event or a heartbeat. Null at the end of the stream. */
  async next(): Promise<string | null> {
    while (!this.waiting.includes('\n\n')) {
      const { done, value } = await this.reader.read();
      if (done) return null;
      this.waiting += new TextDecoder().decode(value);
    }
    const end = this.waiting.indexOf('\n\n');
    const block = this.waiting.slice(0, end);
    this.waiting = this.waiting.slice(end + 2);
    return block;
  }

  async close(): Promise<void> {
    await this.reader.cancel();
  }
}

const event = (value: object) => `data: ${JSON.stringify(value)}`;

describe('the live stream', () => {
  let server: TestServer;
  const open: Reader[] = [];

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(async () => {
    for (const reader of open.splice(0)) await reader.close();
    await server.close();
  });

  const read = (answer: Response): Reader => {
    const reader = new Reader(answer);
    open.push(reader);
    return reader;
  };

  /** A change that this process does not hear of. */
  const change = (sql: string): Promise<unknown> => {
    const database = server.app.get(Database);
    return database.run(() => database.manager.query(sql));
  };

  /** Time passes once the stream waits for it. */
  const pass = async (milliseconds: number): Promise<void> => {
    while (server.clock.waiting === 0) await new Promise(setImmediate);
    await server.clock.advance(milliseconds);
  };

  it('is for people who are logged in', async () => {
    expect((await server.client().get('/api/live')).status).toBe(401);
  });

  it('greets, then brings news to who may see it', async () => {
    const browser = await server.login('viewer');
    const answer = await browser.get('/api/live', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('X-Accel-Buffering')).toBe('no');
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    const stream = read(answer);
    expect(await stream.next()).toBe(event({ type: 'hello' }));
    const hub = server.app.get(LiveHub);
    hub.publish(
      { permission: 'users:manage', devices: [ID] },
      { type: 'device-removed', deviceId: ID },
    );
    hub.publish({ permission: 'broadcasts:read', devices: [ID] }, NEWS);
    expect(await stream.next()).toBe(event(NEWS));
  });

  it('shows every 15 seconds that it lives, and keeps the login alive', async () => {
    const browser = await server.login('viewer');
    const stream = read(await browser.get('/api/live'));
    await stream.next();
    for (let passed = 0; passed < 60 * 60_000; passed += 10 * 60_000) {
      await pass(10 * 60_000);
      expect(await stream.next()).toBe(':');
    }
    expect((await browser.get('/api/auth/me')).status).toBe(200);
  });

  it('ends at logout, with a word', async () => {
    const browser = await server.login('viewer');
    const other = await server.login('viewer');
    const stream = read(await browser.get('/api/live'));
    const theirs = read(await other.get('/api/live'));
    await stream.next();
    await theirs.next();
    await browser.tab().post('/api/auth/logout');
    expect(await stream.next()).toBe(event({ type: 'session-ended' }));
    expect(await stream.next()).toBeNull();
    server.app.get(LiveHub).publish({ permission: 'broadcasts:read', devices: [ID] }, NEWS);
    expect(await theirs.next()).toBe(event(NEWS));
  });

  it('ends when the login reaches its last hour', async () => {
    const browser = await server.login('viewer');
    const stream = read(await browser.get('/api/live'));
    await stream.next();
    await pass(12 * 60 * 60_000);
    expect(await stream.next()).toBe(event({ type: 'session-ended' }));
    expect(await stream.next()).toBeNull();
  });

  it('ends when the login was ended by another process', async () => {
    const stream = read(await (await server.login('viewer')).get('/api/live'));
    await stream.next();
    await change('DELETE FROM sessions');
    await pass(HEARTBEAT);
    expect(await stream.next()).toBe(event({ type: 'session-ended' }));
    expect(await stream.next()).toBeNull();
  });

  it('brings from the next heartbeat on what the person may see since', async () => {
    const stream = read(await (await server.login('operator')).get('/api/live'));
    await stream.next();
    await change(`UPDATE users SET roles = '["administrator"]'`);
    await pass(HEARTBEAT);
    expect(await stream.next()).toBe(':');
    server.app.get(LiveHub).publish({ permission: 'users:manage', devices: [ID] }, NEWS);
    expect(await stream.next()).toBe(event(NEWS));
  });

  it('does not hold the server up when it stops', async () => {
    const browser = await server.login('viewer');
    const stream = read(await browser.get('/api/live'));
    await stream.next();
    await pass(HEARTBEAT);
    expect(await stream.next()).toBe(':');
    await server.app.close();
    expect(await stream.next().catch(() => null)).toBeNull();
  });

  it('cuts off who does not read, instead of keeping everything for them', async () => {
    const browser = await server.login('viewer');
    const stream = read(await browser.get('/api/live'));
    await stream.next();
    const hub = server.app.get(LiveHub);
    const listeners = () => (hub as unknown as { listeners: Set<unknown> }).listeners.size;
    expect(listeners()).toBe(1);
    const large = { ...NEWS, broadcastId: 'x'.repeat(100_000) };
    for (let sent = 0; sent < 200 && listeners() > 0; sent++) {
      hub.publish({ permission: 'broadcasts:read', devices: [ID] }, large);
      await new Promise(setImmediate);
    }
    expect(listeners()).toBe(0);
  });
});
