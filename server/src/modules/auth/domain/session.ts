const MINUTE = 60_000;

/** A login ends after so long without a request or an open live stream (OWASP ASVS 5.0, 7.3.1). */
export const IDLE_LIMIT = 30 * MINUTE;

/** A login ends after so long in any case (OWASP ASVS 5.0, 7.3.2): a working day with its handover. */
export const ABSOLUTE_LIMIT = 12 * 60 * MINUTE;

/** Activity is written down at most so often, so that reading does not mean writing. */
const TOUCH_INTERVAL = MINUTE;

/** A login. Moments are milliseconds since the epoch. */
export interface Session {
  /** How its person names it: says nothing about the token. */
  readonly id: string;
  /** SHA-256 of the token that only the browser has, in hex. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** When it ends however busy it is. */
  readonly expiresAt: number;
  /** When the person last showed who they are: password, and code where they have a second factor. */
  readonly provedAt: number;
  /** What it is used with, as far as that is known. */
  readonly browser: string | null;
  readonly system: string | null;
}

/** What begins a login. */
export type NewSession = Pick<Session, 'id' | 'tokenHash' | 'userId' | 'browser' | 'system'>;

/** A login that begins now. */
export const startedSession = (begun: NewSession, now: number): Session => ({
  ...begun,
  createdAt: now,
  lastSeenAt: now,
  provedAt: now,
  expiresAt: now + ABSOLUTE_LIMIT,
});

/** When this login ends if nothing more is heard. */
export const endOf = ({ lastSeenAt, expiresAt }: Session): number =>
  Math.min(lastSeenAt + IDLE_LIMIT, expiresAt);

/** Whether this login has ended. */
export const isOver = (session: Session, now: number): boolean => now >= endOf(session);

/** Whether it is time to write down that this login is in use. */
export const isDueForTouch = ({ lastSeenAt }: Session, now: number): boolean =>
  now - lastSeenAt >= TOUCH_INTERVAL;
