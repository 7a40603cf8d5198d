import { createPublicKey, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EmbedAlgorithm } from '#contracts/embed.contract.js';
import { Envelope } from '../../../platform/bus/envelope.js';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import { KeySmith } from '../application/ports/token-verifier.js';

const SECRET_BYTES = 32;

/** Secrets are stored sealed (AES-256-GCM) with a key of the installation: a copy of the table alone signs nothing. */
@Injectable()
export class SealedKeySmith extends KeySmith {
  private readonly envelope: Envelope;

  constructor(secrets: InstallationSecrets) {
    super();
    this.envelope = new Envelope(secrets.key('embed-keys'));
  }

  newSecret(): { secret: string; material: string } {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return { secret, material: this.seal(secret) };
  }

  seal(secret: string): string {
    return this.envelope.seal(secret).toString('base64');
  }

  /** The secret as the bytes that the host signs with: its text, as it was shown. */
  open(material: string): Uint8Array {
    return Buffer.from(String(this.envelope.open(Buffer.from(material, 'base64'))), 'utf8');
  }

  readPublicKey(
    pem: string,
  ): { algorithm: EmbedAlgorithm; material: string } | 'private' | 'unreadable' {
    // Node would take the public half out of it without a word; the other half has been shown to us then.
    if (pem.includes('PRIVATE KEY')) return 'private';
    if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) return 'unreadable';
    try {
      const key = createPublicKey(pem);
      const algorithm = algorithmOf(key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve);
      if (algorithm === null) return 'unreadable';
      return { algorithm, material: key.export({ type: 'spki', format: 'pem' }).toString() };
    } catch {
      // OpenSSL words it in many ways; for whoever pasted it there is one thing to do.
      return 'unreadable';
    }
  }
}

function algorithmOf(type: string | undefined, curve: string | undefined): EmbedAlgorithm | null {
  if (type === 'ed25519') return 'EdDSA';
  return type === 'ec' && curve === 'prime256v1' ? 'ES256' : null;
}
