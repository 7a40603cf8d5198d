/** When somebody last showed who they are, and to whom. */
export interface Proof {
  /** Milliseconds since the epoch; null: it is not known. */
  readonly at: number | null;
  /** Here, or at the dashboard that answers for them. */
  readonly where: 'here' | 'host';
}

/**
 * So long a proof counts as fresh, in milliseconds: a piece of work such as inviting a few people takes that long,
 * and a screen that somebody left open is worth little after it. Shorter than the 30 idle minutes of a login, so that
 * it says something that the login does not (OWASP ASVS 5.0, 7.5.3, names no number).
 */
export const PROOF_LIFETIME = 10 * 60_000;

/** Whether this proof counts as fresh at `now`. */
export const isFresh = ({ at }: Proof, now: number): boolean =>
  at !== null && now - at < PROOF_LIFETIME;
