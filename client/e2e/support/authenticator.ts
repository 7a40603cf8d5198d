import { TOTP, URI } from 'otpauth';

/** Steps of 30 seconds from now. */
const STEP = 30_000;

/** An authenticator application that has scanned an `otpauth:` address. */
export class Authenticator {
  private readonly account: TOTP;
  private last = 0;

  constructor(address: string) {
    const account = URI.parse(address);
    if (!(account instanceof TOTP)) throw new Error('Not an account of time-based codes');
    this.account = account;
  }

  /**
   * A code that the product accepts now and has not seen: the present one or, to spare the test half a minute, the
   * one that follows it, as a phone whose clock is ahead would show it.
   */
  async freshCode(): Promise<string> {
    const step = Math.max(Math.floor(Date.now() / STEP), this.last + 1);
    const early = (step - 1) * STEP - Date.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    this.last = step;
    return this.account.generate({ timestamp: step * STEP });
  }
}
