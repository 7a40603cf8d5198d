/** Somebody whose password was right, and who has not shown a code yet. Opens nothing by itself. */
export interface PendingLogin {
  /** SHA-256 of the token that only the browser has, in hex. */
  readonly tokenHash: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** So long a code is waited for, in milliseconds: time to find the phone (ten codes' lives). */
export const PENDING_LIFETIME = 5 * 60_000;
