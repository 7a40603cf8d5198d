import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { hashOfToken, newSessionToken } from './session-token.js';

/** The setup link is good for an hour; a restart gives a new one. */
const LIFETIME = 60 * 60_000;

/** The one-time secret that lets whoever reads the server's output become the first administrator. */
@Injectable()
export class SetupToken {
  private current: { readonly hash: Buffer; readonly until: number } | null = null;

  constructor(private readonly clock: Clock) {}

  /** Makes the secret and answers it, this once. An earlier one is void. */
  open(): string {
    const token = newSessionToken();
    this.current = { hash: Buffer.from(hashOfToken(token)), until: this.clock.now() + LIFETIME };
    return token;
  }

  matches(token: string): boolean {
    if (this.current === null || this.clock.now() >= this.current.until) return false;
    return timingSafeEqual(Buffer.from(hashOfToken(token)), this.current.hash);
  }

  close(): void {
    this.current = null;
  }
}
