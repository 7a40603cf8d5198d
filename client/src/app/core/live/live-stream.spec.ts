import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { TextDecoder, TextEncoder } from 'node:util';
import { deviceView } from '../../testing/views.js';
import { SessionEnd } from '../session/session-end.js';
import { LIVE_TIMINGS, LiveStream } from './live-stream.js';

const TIMINGS = { firstRetry: 1_000, longestRetry: 8_000, silence: 60_000, grace: 3_000 };

/** One answer of the server to `GET /api/live`, written to by the test. */
class FakeConnection {
  private readonly waiting: ((chunk: { done: boolean; value?: Uint8Array }) => void)[] = [];
  private fail: (reason: Error) => void = () => undefined;

  constructor(readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      this.fail(new Error('aborted'));
    });
  }

  readonly body = {
    getReader: () => ({
      read: () =>
        new Promise<{ done: boolean; value?: Uint8Array }>((resolve, reject) => {
          this.waiting.push(resolve);
          this.fail = reject;
        }),
    }),
  };

  async say(event: object): Promise<void> {
    const value = new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`);
    this.waiting.shift()?.({ done: false, value });
    await jest.advanceTimersByTimeAsync(0);
  }

  async end(): Promise<void> {
    this.waiting.shift()?.({ done: true });
    await jest.advanceTimersByTimeAsync(0);
  }
}

describe('LiveStream', () => {
  let connections: FakeConnection[];
  let answer: 'accept' | number;
  let live: LiveStream;
  const last = () => connections.at(-1) as FakeConnection;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0);
    Object.assign(globalThis, { TextDecoder });
    connections = [];
    answer = 'accept';
    globalThis.fetch = ((_url: string, { signal }: { signal: AbortSignal }) => {
      connections.push(new FakeConnection(signal));
      const status = answer === 'accept' ? 200 : answer;
      return Promise.resolve({ status, ok: status === 200, body: last().body });
    }) as typeof fetch;
    TestBed.configureTestingModule({ providers: [{ provide: LIVE_TIMINGS, useValue: TIMINGS }] });
    live = TestBed.inject(LiveStream);
  });

  afterEach(() => {
    live.close();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const open = async () => {
    live.open();
    await jest.advanceTimersByTimeAsync(0);
  };

  it('opens one connection however often it is asked', async () => {
    await open();
    await open();
    expect(connections).toHaveLength(1);
  });

  it('hands events to those who listen to their kind', async () => {
    const names: string[] = [];
    TestBed.runInInjectionContext(() => {
      live.on('device-changed', ({ device }) => names.push(device.name));
    });
    await open();
    await last().say({ type: 'device-removed', deviceId: deviceView().id });
    await last().say({ type: 'device-changed', device: deviceView({ name: 'IGD' }) });
    expect(names).toEqual(['IGD']);
  });

  it('passes over what it does not understand', async () => {
    await open();
    await last().say({ type: 'something-new' });
    await last().say({ type: 'hello' });
    expect(live.resync()).toBe(1);
  });

  it('asks for everything again after each hello', async () => {
    await open();
    await last().say({ type: 'hello' });
    await last().end();
    await jest.advanceTimersByTimeAsync(TIMINGS.firstRetry);
    await last().say({ type: 'hello' });
    expect(connections).toHaveLength(2);
    expect(live.resync()).toBe(2);
  });

  it('waits twice as long after each failure, up to the longest, and starts over after a hello', async () => {
    answer = 503;
    await open();
    for (const delay of [1_000, 2_000, 4_000, 8_000, 8_000]) {
      const before = connections.length;
      await jest.advanceTimersByTimeAsync(delay - 1);
      expect(connections).toHaveLength(before);
      await jest.advanceTimersByTimeAsync(1);
      expect(connections).toHaveLength(before + 1);
    }
    answer = 'accept';
    await jest.advanceTimersByTimeAsync(8_000);
    await last().say({ type: 'hello' });
    const before = connections.length;
    await last().end();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(connections).toHaveLength(before + 1);
  });

  it('says offline only when a break outlasts the grace, and takes it back at once', async () => {
    await open();
    await last().say({ type: 'hello' });
    answer = 503;
    await last().end();
    await jest.advanceTimersByTimeAsync(TIMINGS.grace - 1);
    expect(live.offline()).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(live.offline()).toBe(true);

    answer = 'accept';
    globalThis.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    await last().say({ type: 'hello' });
    expect(live.offline()).toBe(false);
  });

  it('gives up a connection that fell silent', async () => {
    await open();
    await last().say({ type: 'hello' });
    await jest.advanceTimersByTimeAsync(TIMINGS.silence);
    expect(last().signal.aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(TIMINGS.firstRetry);
    expect(connections).toHaveLength(2);
  });

  it('announces the end of the session when it is refused or told so', async () => {
    const sessionEnd = TestBed.inject(SessionEnd);
    await open();
    await last().say({ type: 'session-ended' });
    expect(sessionEnd.count()).toBe(1);
    answer = 401;
    await last().end();
    await jest.advanceTimersByTimeAsync(TIMINGS.firstRetry);
    expect(sessionEnd.count()).toBe(2);
  });

  it('is quiet once closed', async () => {
    await open();
    live.close();
    await jest.advanceTimersByTimeAsync(100_000);
    expect(connections).toHaveLength(1);
    expect(last().signal.aborted).toBe(true);
    expect(live.offline()).toBe(false);
  });
});
