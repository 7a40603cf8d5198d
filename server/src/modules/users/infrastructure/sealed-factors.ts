import { Injectable } from '@nestjs/common';
import { Envelope } from '../../../platform/bus/envelope.js';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import { FactorSeal } from '../application/ports/factor-seal.js';
import type { FactorSecret } from '../application/ports/factor-seal.js';

/** What is sealed. The person is part of it, so that a row that was moved to somebody else opens nothing. */
interface Sealed extends FactorSecret {
  /** Of an offer; null: in use. */
  readonly until: number | null;
}

/** Secrets are stored sealed (AES-256-GCM) with a key of the installation: a copy of the table alone makes no code. */
@Injectable()
export class SealedFactors extends FactorSeal {
  private readonly envelope: Envelope;

  constructor(secrets: InstallationSecrets) {
    super();
    this.envelope = new Envelope(secrets.key('second-factors'));
  }

  seal(secret: FactorSecret): string {
    return this.write({ ...secret, until: null });
  }

  open(sealed: string, userId: string): string | null {
    const found = this.read(sealed);
    return found?.userId === userId && found.until === null ? found.secret : null;
  }

  sealOffer(secret: FactorSecret, until: number): string {
    return this.write({ ...secret, until });
  }

  openOffer(sealed: string, userId: string, now: number): string | null {
    const found = this.read(sealed);
    if (found?.userId !== userId || found.until === null) return null;
    return now < found.until ? found.secret : null;
  }

  private write(sealed: Sealed): string {
    return this.envelope.seal(sealed).toString('base64');
  }

  private read(sealed: string): Sealed | null {
    try {
      return this.envelope.open(Buffer.from(sealed, 'base64')) as Sealed;
    } catch {
      // Not made with our key, or shortened on the way: OpenSSL and Buffer say it in many ways.
      return null;
    }
  }
}
