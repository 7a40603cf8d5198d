/** Codes of authenticator applications (TOTP, RFC 6238): SHA-1, 6 digits, 30 seconds, which every one of them knows. */
export abstract class AuthenticatorCodes {
  /** A new secret of 160 bits (RFC 4226, 4), in base32. */
  abstract newSecret(): string;

  /** What an application reads from a QR code: `otpauth://totp/…`. */
  abstract address(secret: string, username: string): string;

  /**
   * The step whose code this is, of 30 seconds since the epoch, when it is the present one or the one before or
   * after: clocks of phones drift, and people type slowly. Null for a wrong code.
   *
   * @param now milliseconds since the epoch
   */
  abstract stepOf(secret: string, code: string, now: number): number | null;
}
