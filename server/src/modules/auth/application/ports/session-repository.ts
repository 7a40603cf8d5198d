import type { Session } from '../../domain/session.js';

/** The logins of this installation. */
export abstract class SessionRepository {
  abstract add(session: Session): Promise<void>;

  abstract find(tokenHash: string): Promise<Session | null>;

  /** Writes down that the login was in use at `at`. */
  abstract touch(tokenHash: string, at: number): Promise<void>;

  /** Writes down that the person of this login showed at `at` who they are. */
  abstract prove(tokenHash: string, at: number): Promise<void>;

  /** Removes it; nothing happens when it is gone already. */
  abstract remove(tokenHash: string): Promise<void>;

  /** Logins of a person that have not ended by either limit, the one last used first. */
  abstract listOf(userId: string, seenAfter: number, now: number): Promise<Session[]>;

  /** Removes every login of a person but `kept`, and answers which these were. */
  abstract removeAllOf(userId: string, kept?: string): Promise<string[]>;

  /** Removes logins that were last seen at or before `seenBefore`, or had to end at or before `now`. */
  abstract removeOver(seenBefore: number, now: number): Promise<void>;
}
