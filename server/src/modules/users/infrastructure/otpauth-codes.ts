import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { AuthenticatorCodes } from '../application/ports/authenticator-codes.js';

/** As the application lists it. */
const ISSUER = 'Prima WhatsApp Broadcast';

/** What every application knows; Google's ignores any other wish. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** 160 bits, the length of the hash (RFC 4226, 4). */
const SECRET_BYTES = 20;

/** Steps before and after the present one whose codes count (RFC 6238, 5.2 and 6). */
const DRIFT = 1;

/** `AuthenticatorCodes` with the library otpauth. */
@Injectable()
export class OtpauthCodes extends AuthenticatorCodes {
  newSecret(): string {
    return new Secret({ size: SECRET_BYTES }).base32;
  }

  address(secret: string, username: string): string {
    return new TOTP({ ...KIND, issuer: ISSUER, label: username, secret }).toString();
  }

  stepOf(secret: string, code: string, now: number): number | null {
    const found = TOTP.validate({
      ...KIND,
      secret: Secret.fromBase32(secret),
      token: code,
      timestamp: now,
      window: DRIFT,
    });
    return found === null ? null : TOTP.counter({ period: KIND.period, timestamp: now }) + found;
  }
}
