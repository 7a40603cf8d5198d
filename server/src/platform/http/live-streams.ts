import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import * as z from 'zod';
import { ProcessBus } from '../bus/process-bus.js';
import type { Topic } from '../bus/process-bus.js';
import { AccessChanged } from '../events/access-changed.js';
import { EventBus } from '../events/event-bus.js';
import { LiveHub } from '../events/live-hub.js';
import { SessionEnded } from '../events/session-ended.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Log } from '../logging/log.js';
import { Authenticator } from './authenticator.js';
import type { SignedIn } from './authenticator.js';
import type { LiveStream } from './live-stream.js';

/** News between processes: a login is over. */
const LOGIN_ENDED: Topic<{ sessionId: string }> = {
  name: 'login-ended',
  schema: z.object({ sessionId: z.string() }),
};

/** News between processes: what a person may do or see has changed. */
const ACCESS_CHANGED: Topic<{ personId: string }> = {
  name: 'access-changed',
  schema: z.object({ personId: z.string() }),
};

/** Proxies cut a silent connection after 30 to 60 s. */
const HEARTBEAT_INTERVAL = 15_000;

/** A stream with the login that it belongs to, as that was last found. */
interface Watch {
  readonly stream: LiveStream;
  readonly sessionId: string;
  actor: Actor;
}

/**
 * The open live streams of this process. A stream lasts as long as its login: it counts as activity and ends
 * with `session-ended` when the login does. What its person may see is looked up at each heartbeat, and at
 * once when somebody changes it.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Set<Watch>();

  constructor(
    private readonly hub: LiveHub,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    private readonly log: Log,
    events: EventBus,
    bus: ProcessBus,
  ) {
    events.subscribe(SessionEnded, ({ sessionId }) => {
      this.endAllOf(sessionId);
      bus.publish(LOGIN_ENDED, { sessionId });
    });
    bus.subscribe(LOGIN_ENDED, ({ sessionId }) => {
      this.endAllOf(sessionId);
    });
    events.subscribe(AccessChanged, ({ personId }) => {
      bus.publish(ACCESS_CHANGED, { personId });
      return this.renewAllOf(personId);
    });
    bus.subscribe(ACCESS_CHANGED, ({ personId }) => {
      this.renewAllOf(personId).catch((error: unknown) => {
        this.log.error('Live streams could not be renewed', error);
      });
    });
  }

  /** Feeds `stream` with the news that this person may see, until either side ends it. */
  attach(stream: LiveStream, { actor, sessionId }: Pick<SignedIn, 'actor' | 'sessionId'>): void {
    const watch: Watch = { stream, sessionId, actor };
    const remove = this.hub.add({
      get actor() {
        return watch.actor;
      },
      deliver: (event) => {
        stream.send(event);
      },
    });
    this.open.add(watch);
    stream.ended.addEventListener('abort', () => {
      remove();
      this.open.delete(watch);
    });
    stream.send({ type: 'hello' });
    this.keep(watch).catch((error: unknown) => {
      this.log.error('A live stream failed', error);
      stream.end();
    });
  }

  /** Ends every stream without a word: their tabs come back when the server does. */
  beforeApplicationShutdown(): void {
    for (const { stream } of this.open) stream.end();
  }

  private endAllOf(sessionId: string): void {
    for (const watch of this.open) if (watch.sessionId === sessionId) endWithSession(watch.stream);
  }

  private async renewAllOf(personId: string): Promise<void> {
    for (const watch of this.open) {
      if (watch.actor.id !== personId) continue;
      if (await this.renew(watch)) watch.stream.send({ type: 'access-changed' });
    }
  }

  private async keep(watch: Watch): Promise<void> {
    const { ended } = watch.stream;
    for (;;) {
      await this.clock.wait(HEARTBEAT_INTERVAL, ended);
      if (ended.aborted || !(await this.renew(watch))) return;
      watch.stream.heartbeat();
    }
  }

  /** Looks up anew who watches. False when the login is over, and then the stream is. */
  private async renew(watch: Watch): Promise<boolean> {
    const signedIn = await this.authenticator.keepAlive(watch.sessionId);
    // Who must switch a second factor on first hears nothing until then; the page is led there as it asks.
    if (signedIn === null || signedIn.owesSecondFactor) {
      endWithSession(watch.stream);
      return false;
    }
    watch.actor = signedIn.actor;
    return true;
  }
}

function endWithSession(stream: LiveStream): void {
  stream.send({ type: 'session-ended' });
  stream.end();
}
