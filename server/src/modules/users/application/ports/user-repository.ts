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
}
