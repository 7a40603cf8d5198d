import * as z from 'zod';
import { LiveEvent } from '#contracts/live.contract.js';
import { Permission } from '#contracts/user.contract.js';
import type { ProcessBus, Topic } from '../bus/process-bus.js';
import { SingleProcess } from '../bus/single-process.js';

const News = z.object({ permission: Permission, event: LiveEvent });

const LIVE: Topic<z.infer<typeof News>> = { name: 'live', schema: News };

/** Somebody who watches: what they may see, and how to reach them. */
export interface LiveListener {
  readonly permissions: ReadonlySet<Permission>;
  readonly deliver: (event: LiveEvent) => void;
}

/**
 * Hands news to every open live stream of the installation whose person may see it, whichever process
 * serves it. Nothing is kept: a stream that was down reads the truth again when it is back.
 */
export class LiveHub {
  private readonly listeners = new Set<LiveListener>();

  constructor(private readonly bus: ProcessBus = new SingleProcess()) {
    bus.subscribe(LIVE, ({ permission, event }) => {
      this.deliver(permission, event);
    });
  }

  /** Adds a listener and answers how to remove it. */
  add(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells everybody who holds `permission`. */
  publish(permission: Permission, event: LiveEvent): void {
    this.deliver(permission, event);
    this.bus.publish(LIVE, { permission, event });
  }

  private deliver(permission: Permission, event: LiveEvent): void {
    for (const listener of this.listeners) {
      if (listener.permissions.has(permission)) listener.deliver(event);
    }
  }
}
