/** What a check of a password found. */
export interface PasswordCheck {
  readonly matches: boolean;
  /** It matches, but was hashed with weaker parameters than today's: hash it anew. */
  readonly outdated: boolean;
}

/** Keeper of passwords: slow on purpose, so never called inside a unit of work. */
export abstract class PasswordHasher {
  /** A salted hash to store. */
  abstract hash(password: string): Promise<string>;

  /**
   * Whether `password`, exactly as typed, belongs to the stored `hash`. With null it takes as long and
   * matches nothing: so that an unknown name cannot be told from a wrong password by the clock.
   */
  abstract check(password: string, hash: string | null): Promise<PasswordCheck>;
}
