import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import type { EmbedKey } from '../domain/embed-key.js';
import { TokenVerifier } from '../application/ports/token-verifier.js';
import type { TokenHeader, TokenType } from '../application/ports/token-verifier.js';
import { SealedKeySmith } from './sealed-key-smith.js';

/** Longest token, in characters. */
const LONGEST = 4096;

/** Header fields that a token may have. All that bring or point to a key (`jwk`, `jku`, `x5c`, `x5u`) are not among them. */
const KNOWN_FIELDS = new Set(['alg', 'kid', 'typ']);

const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/u;

/** `TokenVerifier` with the library jose. The algorithm comes from our key, never from the token. */
@Injectable()
export class JoseTokenVerifier extends TokenVerifier {
  constructor(private readonly smith: SealedKeySmith) {
    super();
  }

  readHeader(token: string): TokenHeader | 'size' | 'format' | 'header' {
    if (token.length > LONGEST) return 'size';
    if (!FORM.test(token)) return 'format';
    let header: Record<string, unknown>;
    try {
      header = decodeProtectedHeader(token);
    } catch {
      // Whatever it is, it is not a token: base64 of something else, or JSON that is no object.
      return 'format';
    }
    const { alg, kid } = header;
    if (typeof alg !== 'string' || typeof kid !== 'string') return 'header';
    return Object.keys(header).every((field) => KNOWN_FIELDS.has(field)) ? { alg, kid } : 'header';
  }

  async verify(
    token: string,
    key: EmbedKey,
    type: TokenType,
  ): Promise<{ readonly payload: unknown } | 'signature' | 'typ' | 'format'> {
    try {
      const options = { algorithms: [key.algorithm] };
      const { payload, protectedHeader } = await compactVerify(token, this.keyOf(key), options);
      if (protectedHeader.typ !== type) return 'typ';
      return { payload: readJson(payload) };
    } catch (error) {
      if (error instanceof errors.JOSEError) return 'signature';
      if (error instanceof SyntaxError) return 'format';
      throw error;
    }
  }

  private keyOf({ algorithm, material }: EmbedKey): KeyObject | Uint8Array {
    return algorithm === 'HS256' ? this.smith.open(material) : createPublicKey(material);
  }
}

/** Throws SyntaxError for bytes that are no JSON in UTF-8. */
function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
