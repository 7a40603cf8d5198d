import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { PendingLogins } from '../../application/ports/pending-logins.js';
import type { PendingLogin } from '../../domain/pending-login.js';
import { PendingLoginRow } from './pending-login.row.js';

/** Logins that wait for a code, in the database: any web process can do the second step. */
@Injectable()
export class TypeOrmPendingLogins extends PendingLogins {
  constructor(private readonly database: Database) {
    super();
  }

  async add(pending: PendingLogin): Promise<void> {
    await this.database.manager.insert(PendingLoginRow, pending);
  }

  async find(tokenHash: string, now: number): Promise<PendingLogin | null> {
    const expiresAt = MoreThan(now);
    return this.database.manager.findOneBy(PendingLoginRow, { tokenHash, expiresAt });
  }

  async take(tokenHash: string, now: number): Promise<boolean> {
    return this.database.compareAndSet(
      'DELETE FROM pending_logins WHERE token_hash = ? AND expires_at > ?',
      [tokenHash, now],
    );
  }

  async removeAllOf(userId: string): Promise<void> {
    await this.database.manager.delete(PendingLoginRow, { userId });
  }

  async removeOver(now: number): Promise<void> {
    await this.database.manager.delete(PendingLoginRow, { expiresAt: LessThanOrEqual(now) });
  }
}
