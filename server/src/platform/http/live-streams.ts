import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import * as z from 'zod';
import { ProcessBus } from '../bus/process-bus.js';
import type { Topic } from '../bus/process-bus.js';
import { EventBus } from '../events/event-bus.js';
import { LiveHub } from '../events/live-hub.js';
import { SessionEnded } from '../events/session-ended.js';
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

/** Proxies cut a silent connection after 30 to 60 s. */
const HEARTBEAT_INTERVAL = 15_000;

/**
 * The open live streams of this process. A stream lasts as long as its login: it counts as activity, hears
 * at each heartbeat what its person may see from now on, and ends with `session-ended` when the login does.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<LiveStream, string>();

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
  }

  /** Feeds `stream` with the news that this person may see, until either side ends it. */
  attach(stream: LiveStream, signedIn: SignedIn): void {
    let { permissions } = signedIn.actor;
    const remove = this.hub.add({
      get permissions() {
        return permissions;
      },
      deliver: (event) => {
        stream.send(event);
      },
    });
    this.open.set(stream, signedIn.sessionId);
    stream.ended.addEventListener('abort', () => {
      remove();
      this.open.delete(stream);
    });
    stream.send({ type: 'hello' });
    this.keep(stream, signedIn.sessionId, (now) => {
      permissions = now.actor.permissions;
    }).catch((error: unknown) => {
      this.log.error('A live stream failed', error);
      stream.end();
    });
  }

  /** Ends every stream without a word: their tabs come back when the server does. */
  beforeApplicationShutdown(): void {
    for (const stream of this.open.keys()) stream.end();
  }

  private endAllOf(sessionId: string): void {
    for (const [stream, id] of this.open) if (id === sessionId) endWithSession(stream);
  }

  private async keep(
    stream: LiveStream,
    sessionId: string,
    refresh: (signedIn: SignedIn) => void,
  ): Promise<void> {
    for (;;) {
      await this.clock.wait(HEARTBEAT_INTERVAL, stream.ended);
      if (stream.ended.aborted) return;
      const signedIn = await this.authenticator.keepAlive(sessionId);
      if (signedIn === null) {
        endWithSession(stream);
        return;
      }
      refresh(signedIn);
      stream.heartbeat();
    }
  }
}

function endWithSession(stream: LiveStream): void {
  stream.send({ type: 'session-ended' });
  stream.end();
}
