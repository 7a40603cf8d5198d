import type { LiveEvent } from '#contracts/live.contract.js';
import type { Permission } from '#contracts/user.contract.js';

/** Somebody who watches: what they may see, and how to reach them. */
export interface LiveListener {
  readonly permissions: ReadonlySet<Permission>;
  readonly deliver: (event: LiveEvent) => void;
}

/**
 * Hands news to every open live stream of this process whose person may see it. Nothing is kept: a
 * stream that was down reads the truth again when it is back.
 */
export class LiveHub {
  private readonly listeners = new Set<LiveListener>();

  /** Adds a listener and answers how to remove it. */
  add(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells everybody who holds `permission`. */
  publish(permission: Permission, event: LiveEvent): void {
    for (const listener of this.listeners) {
      if (listener.permissions.has(permission)) listener.deliver(event);
    }
  }
}
