import { DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import { LiveEvent } from '#contracts/live.contract.js';
import { FrameAccess } from '../embed/frame-access.js';
import { SessionEnd } from '../session/session-end.js';
import { readEvents } from './read-events.js';

/** How the stream is kept up; times in milliseconds. */
export interface LiveTimings {
  /** First wait before trying again; doubled after each failure, up to `longestRetry`. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** Without a byte for so long the connection counts as dead; the server sends a sign more often. */
  readonly silence: number;
  /** How long a break may last before people are told: a hiccup is not worth a banner. */
  readonly grace: number;
}

/** Replaceable in tests. */
export const LIVE_TIMINGS = new InjectionToken<LiveTimings>('LIVE_TIMINGS', {
  factory: () => ({ firstRetry: 1_000, longestRetry: 30_000, silence: 60_000, grace: 3_000 }),
});

type Kind = LiveEvent['type'];
type EventOf<K extends Kind> = Extract<LiveEvent, { type: K }>;

/**
 * The one live stream of this tab. Read by `fetch` rather than `EventSource`, so that an embedded tab
 * can send a bearer header. It reconnects by itself for as long as it is open.
 */
@Injectable({ providedIn: 'root' })
export class LiveStream {
  private readonly timings = inject(LIVE_TIMINGS);
  private readonly access = inject(FrameAccess);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly listeners = new Map<Kind, Set<(event: LiveEvent) => void>>();
  private readonly resyncs = signal(0);
  private readonly broken = signal(false);
  private connection: AbortController | null = null;
  private failures = 0;
  private graceTimer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the present wait before the next try, if there is one. */
  private retryNow: () => void = () => undefined;

  /**
   * Grows each time the stream is (again) complete from here on. News before that may be lost, so
   * whatever shows data of the server reads it again: name this signal in the request of a resource.
   */
  readonly resync = this.resyncs.asReadonly();
  /** Whether the connection has been lost for longer than a hiccup. */
  readonly offline = this.broken.asReadonly();

  constructor() {
    const onOnline = () => {
      this.retryNow();
    };
    globalThis.addEventListener('online', onOnline);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener('online', onOnline);
      this.close();
    });
  }

  /** Calls `listener` on each event of `kind` until `destroyRef` (by default the caller's) ends. */
  on<K extends Kind>(
    kind: K,
    listener: (event: EventOf<K>) => void,
    destroyRef = inject(DestroyRef),
  ): void {
    const ofKind = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, ofKind);
    const entry = (event: LiveEvent) => {
      listener(event as EventOf<K>);
    };
    ofKind.add(entry);
    destroyRef.onDestroy(() => ofKind.delete(entry));
  }

  /** Opens the stream; does nothing when it is open. */
  open(): void {
    if (this.connection) return;
    this.connection = new AbortController();
    void this.keepUp(this.connection.signal);
  }

  /** Has everything that shows data of the server read it again: it was away, the stream was not. */
  readAnew(): void {
    this.resyncs.update((count) => count + 1);
  }

  /** Closes the stream; `open` starts anew. */
  close(): void {
    this.connection?.abort();
    this.connection = null;
    this.restored();
  }

  private async keepUp(closed: AbortSignal): Promise<void> {
    while (!closed.aborted) {
      this.lost();
      const onData = (data: string) => {
        this.dispatch(data);
      };
      const { silence } = this.timings;
      const end = await readEvents('/api/live', onData, silence, closed, this.access.headers());
      if (end === 'closed') return;
      if (end === 'unauthenticated') this.sessionEnd.announce();
      this.lost();
      await this.wait(this.retryDelay(), closed);
    }
  }

  private dispatch(data: string): void {
    const parsed = LiveEvent.safeParse(parseJson(data));
    // An event of a newer server that this page does not know yet: nothing here listens to it.
    if (!parsed.success) return;
    const event = parsed.data;
    if (event.type === 'hello') {
      this.restored();
      this.resyncs.update((count) => count + 1);
    }
    // What was there may be gone, and more may be there now.
    if (event.type === 'access-changed') this.resyncs.update((count) => count + 1);
    if (event.type === 'session-ended') this.sessionEnd.announce();
    for (const listener of this.listeners.get(event.type) ?? []) listener(event);
  }

  private lost(): void {
    this.graceTimer ??= setTimeout(() => {
      this.broken.set(true);
    }, this.timings.grace);
  }

  private restored(): void {
    clearTimeout(this.graceTimer);
    this.graceTimer = undefined;
    this.failures = 0;
    this.broken.set(false);
  }

  /** Doubling waits with up to half of jitter, so that a hundred tabs do not come back as one. */
  private retryDelay(): number {
    const { firstRetry, longestRetry } = this.timings;
    const whole = Math.min(firstRetry * 2 ** this.failures++, longestRetry);
    return whole * (1 - Math.random() / 2);
  }

  private wait(delay: number, closed: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        closed.removeEventListener('abort', done);
        this.retryNow = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, delay);
      closed.addEventListener('abort', done);
      this.retryNow = done;
    });
  }
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // Not an event of ours; the schema refuses null.
    return null;
  }
}
