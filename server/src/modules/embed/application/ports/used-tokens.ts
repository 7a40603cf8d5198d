/** Tokens that were used up. Every call runs in the caller's unit of work. */
export abstract class UsedTokens {
  /**
   * Uses a token up. Of many at once exactly one hears true, in whatever process.
   *
   * @param until from when on it may be forgotten, since nobody would accept it anyway
   */
  abstract burn(issuer: string, jti: string, until: number): Promise<boolean>;

  /** Forgets those whose moment is at or before `now`. */
  abstract forget(now: number): Promise<void>;
}
