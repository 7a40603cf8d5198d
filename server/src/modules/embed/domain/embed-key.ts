import type { EmbedAlgorithm } from '#contracts/embed.contract.js';

/** A key of a host. Its name leads to exactly one algorithm (OWASP ASVS 5.0, 9.1.2). */
export interface EmbedKey {
  readonly kid: string;
  readonly hostId: string;
  readonly algorithm: EmbedAlgorithm;
  /** Public key as PEM, or the sealed secret. */
  readonly material: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  /** Nothing signed with it counts from then on. */
  readonly retiredAt: number | null;
}
