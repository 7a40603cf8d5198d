import type { EmbedAlgorithm } from '#contracts/embed.contract.js';
import type { EmbedKey } from '../../domain/embed-key.js';

/** What a token says of its signature, before anybody believes it. */
export interface TokenHeader {
  readonly kid: string;
  readonly alg: string;
}

/** What a token is for; kinds never pass for each other (RFC 8725, 3.11). */
export type TokenType = 'wa-embed+jwt' | 'logout+jwt';

/** Checks what is signed. Says nothing about what it says. */
export abstract class TokenVerifier {
  /**
   * The header, or which part of it is in the way: `size`, `format`, `header` (it brings or points to a key
   * of its own, or wants what we do not know).
   */
  abstract readHeader(token: string): TokenHeader | 'size' | 'format' | 'header';

  /** What was signed with this key and no other way, or what is wrong: `signature`, `typ`, `format`. */
  abstract verify(
    token: string,
    key: EmbedKey,
    type: TokenType,
  ): Promise<{ readonly payload: unknown } | 'signature' | 'typ' | 'format'>;
}

/** Makes and reads keys. */
export abstract class KeySmith {
  /** A new secret of 256 bits: what the host gets, and what is stored of it. */
  abstract newSecret(): { readonly secret: string; readonly material: string };

  /** How a secret that was chosen elsewhere is stored. */
  abstract seal(secret: string): string;

  /** A public key as it was pasted, or what is wrong with it. */
  abstract readPublicKey(
    pem: string,
  ): { readonly algorithm: EmbedAlgorithm; readonly material: string } | 'private' | 'unreadable';
}
