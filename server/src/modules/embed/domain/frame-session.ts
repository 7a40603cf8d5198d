import type { Role } from '#contracts/user.contract.js';

const MINUTE = 60_000;

/** A frame ends after so long without a request or an open live stream (OWASP ASVS 5.0, 7.3.1). */
export const IDLE_LIMIT = 15 * MINUTE;

/** A frame ends after so long in any case, however often its host renews it. */
export const ABSOLUTE_LIMIT = 8 * 60 * MINUTE;

/** What a frame calls us with is good for so long; then its host must answer for the person again. */
export const ACCESS_LIFETIME = 5 * MINUTE;

/** Within so long the delivered page must have asked for its access. */
export const ENTRY_LIFETIME = MINUTE;

/** Activity is written down at most so often, so that reading does not mean writing. */
const TOUCH_INTERVAL = MINUTE;

/** Somebody in a frame of a host. Moments are milliseconds since the epoch. */
export interface FrameSession {
  readonly id: string;
  readonly personId: string;
  readonly hostId: string;
  /** `sid` of the host's token: its own session of this person. */
  readonly hostSession: string | null;
  readonly roles: readonly Role[];
  /** Null: every device. */
  readonly deviceIds: readonly string[] | null;
  /** The page that the frame is in. */
  readonly origin: string;
  /** When the person last showed the host who they are; null: it does not say. */
  readonly provedAt: number | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** Until when the host has answered for the person. */
  readonly accessUntil: number;
  /** When it ends however busy it is. */
  readonly expiresAt: number;
}

/** When this frame ends if nothing more is heard. */
export const endOf = ({ lastSeenAt, accessUntil, expiresAt }: FrameSession): number =>
  Math.min(lastSeenAt + IDLE_LIMIT, accessUntil, expiresAt);

/** Whether it has ended. */
export const isOver = (session: FrameSession, now: number): boolean => now >= endOf(session);

/** Whether it is time to write down that it is in use. */
export const isDueForTouch = ({ lastSeenAt }: FrameSession, now: number): boolean =>
  now - lastSeenAt >= TOUCH_INTERVAL;

/**
 * When the person showed the host who they are, as far as that can be believed at `now`.
 *
 * @param authTime `auth_time` of the token, in seconds
 */
export const provedAtHost = (now: number, authTime: number | undefined): number | null =>
  authTime === undefined ? null : Math.min(authTime * 1000, now);

/**
 * When a frame must end that begins at `now`.
 *
 * @param hostEnd when the person's session at the host ends, in seconds, as it says
 */
export const lastMoment = (now: number, hostEnd: number | undefined): number =>
  Math.min(now + ABSOLUTE_LIMIT, hostEnd === undefined ? Infinity : hostEnd * 1000);
