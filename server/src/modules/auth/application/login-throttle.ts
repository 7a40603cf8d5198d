import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { delayLeft, oneMore } from '../domain/growing-delay.js';
import type { Tries } from '../domain/growing-delay.js';

/** Who tries: the name that is tried, and the network address it comes from. */
export interface LoginTry {
  readonly username: string;
  readonly address: string;
}

/** Wrong passwords in a row for one name before it gets slow. */
const FREE_PER_ACCOUNT = 5;

/** More for an address: a whole hospital may stand behind one. */
const FREE_PER_ADDRESS = 20;

/** Names and addresses kept in mind; a flood of made-up ones pushes out the oldest. */
const MOST_KEPT = 10_000;

/** Slows down who guesses passwords, per account and per address. Kept in memory: a restart forgives. */
@Injectable()
export class LoginThrottle {
  private readonly accounts = new Map<string, Tries>();
  private readonly addresses = new Map<string, Tries>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a try before it is looked at, so that many at once do not slip through together.
   * @throws DomainError AUTH.TOO_MANY_TRIES with the seconds to wait; such a try does not count.
   */
  begin({ username, address }: LoginTry): void {
    const now = this.clock.now();
    const wait = Math.max(
      delayLeft(this.accounts.get(username), FREE_PER_ACCOUNT, now),
      delayLeft(this.addresses.get(address), FREE_PER_ADDRESS, now),
    );
    if (wait > 0) throw new DomainError('AUTH.TOO_MANY_TRIES', { seconds: Math.ceil(wait / 1000) });
    count(this.accounts, username, now);
    count(this.addresses, address, now);
  }

  /** The try was right: the account starts anew, and the address gets its try back. */
  succeeded({ username, address }: LoginTry): void {
    this.accounts.delete(username);
    const tries = this.addresses.get(address);
    if (tries) this.addresses.set(address, { ...tries, count: tries.count - 1 });
  }
}

function count(kept: Map<string, Tries>, key: string, now: number): void {
  const tries = oneMore(kept.get(key), now);
  kept.delete(key);
  // A Map keeps the order of insertion, so the first key is the one not tried for longest.
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, tries);
}
