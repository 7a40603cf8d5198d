import type { UserLink } from '../../domain/user-link.js';
import type { User } from '../../domain/user.js';

/** The people of this installation. */
export abstract class UserRepository {
  abstract count(): Promise<number>;

  abstract findById(id: string): Promise<User | null>;

  /** `username` in lower case. */
  abstract findByUsername(username: string): Promise<User | null>;

  /** The administrator who may log in and has been there longest; null when there is none. */
  abstract findFirstActiveAdministrator(): Promise<User | null>;

  abstract add(user: User): Promise<void>;

  /** Adds the first person of an empty installation. False, and nothing is added, when another was first. */
  abstract addFirst(user: User): Promise<boolean>;

  abstract setPasswordHash(id: string, passwordHash: string): Promise<void>;

  /**
   * Everybody, by username, kept as they are for the rest of the unit: who else wants to hold them waits. To
   * be the first call of a unit that changes who may do what.
   */
  abstract holdEverybody(): Promise<User[]>;

  /** Everybody, by username. */
  abstract list(): Promise<User[]>;

  /** Replaces what may change of a person that is held: all but id, username and when they were added. */
  abstract replace(user: User): Promise<void>;

  /** Gives the person this link, in place of one that they had. */
  abstract putLink(link: UserLink): Promise<void>;

  /** The link with this hash that holds at `now`; null when there is none. */
  abstract findLink(tokenHash: string, now: number): Promise<UserLink | null>;

  /** Links that hold at `now`. */
  abstract links(now: number): Promise<UserLink[]>;

  /** Uses the link up. False when somebody else was faster, or it does not hold any more. */
  abstract takeLink(tokenHash: string, now: number): Promise<boolean>;

  /** Takes the link of a person away, if there is one. */
  abstract removeLinkOf(userId: string): Promise<void>;
}
