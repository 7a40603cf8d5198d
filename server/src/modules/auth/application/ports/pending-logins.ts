import type { PendingLogin } from '../../domain/pending-login.js';

/** Logins that wait for a code. Every call runs in the caller's unit of work. */
export abstract class PendingLogins {
  abstract add(pending: PendingLogin): Promise<void>;

  /** The one of this hash that is waited for at `now`. */
  abstract find(tokenHash: string, now: number): Promise<PendingLogin | null>;

  /** Uses it up: false when it was used, or called off, or is over. Of many at once one wins. */
  abstract take(tokenHash: string, now: number): Promise<boolean>;

  /** Calls off all that wait for a person. */
  abstract removeAllOf(userId: string): Promise<void>;

  /** Removes those that are over at `now`. */
  abstract removeOver(now: number): Promise<void>;
}
