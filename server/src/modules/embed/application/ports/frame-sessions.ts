import type { FrameSession } from '../../domain/frame-session.js';

/** Which frames: all of a host, or of one person there, or of one session at the host. */
export interface FramesOf {
  readonly hostId: string;
  readonly personId?: string | undefined;
  readonly hostSession?: string | undefined;
}

/** What the answer of a host changes about a frame. */
export type FrameRenewal = Pick<
  FrameSession,
  'roles' | 'deviceIds' | 'accessUntil' | 'expiresAt' | 'provedAt'
>;

/** Somebody's frames. Tokens are known by their hashes alone. Every call runs in the caller's unit of work. */
export abstract class FrameSessions {
  /** Begins one that can be entered once with the code of `entryHash`, until `entryUntil`. */
  abstract add(session: FrameSession, entryHash: string, entryUntil: number): Promise<void>;

  /** Uses the code up. Null when it is wrong, over, or was used: of many at once one wins. */
  abstract enter(entryHash: string, now: number): Promise<FrameSession | null>;

  /** Lets `tokenHash` stand for the session until then. */
  abstract addAccess(sessionId: string, tokenHash: string, until: number): Promise<void>;

  /** The session that a token stands for at `now`. */
  abstract findByAccess(tokenHash: string, now: number): Promise<FrameSession | null>;

  abstract find(id: string): Promise<FrameSession | null>;

  abstract touch(id: string, at: number): Promise<void>;

  /** False when it was ended meanwhile. */
  abstract renew(id: string, renewal: FrameRenewal): Promise<boolean>;

  /** Removes these with their tokens and answers which they were. */
  abstract removeAllOf(which: FramesOf): Promise<string[]>;

  /** Removes one; false when it is gone already. */
  abstract remove(id: string): Promise<boolean>;

  /** Removes those that had to end at or before `now`, and tokens that are over. */
  abstract removeOver(now: number): Promise<void>;

  /** How many each host has that were not over at `now`, by the host's id. */
  abstract countByHost(now: number): Promise<ReadonlyMap<string, number>>;
}
