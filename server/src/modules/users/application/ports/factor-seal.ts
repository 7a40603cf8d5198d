/** A secret that belongs to a person. */
export interface FactorSecret {
  readonly userId: string;
  readonly secret: string;
}

/** Locks secrets of second factors with a key of the installation. */
export abstract class FactorSeal {
  abstract seal(secret: FactorSecret): string;

  /** The secret of `userId`; null when it was not sealed here, or for somebody else. */
  abstract open(sealed: string, userId: string): string | null;

  /** Seals a secret that is not in use yet, until then (milliseconds since the epoch). */
  abstract sealOffer(secret: FactorSecret, until: number): string;

  /** The offered secret of `userId`; null when it was not offered to them, or is over at `now`. */
  abstract openOffer(sealed: string, userId: string, now: number): string | null;
}
