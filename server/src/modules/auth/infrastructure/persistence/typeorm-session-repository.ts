import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { SessionRepository } from '../../application/ports/session-repository.js';
import type { Session } from '../../domain/session.js';
import { SessionRow } from './session.row.js';

/** Logins in the database. */
@Injectable()
export class TypeOrmSessionRepository extends SessionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(session: Session): Promise<void> {
    await this.database.manager.insert(SessionRow, session);
  }

  async find(tokenHash: string): Promise<Session | null> {
    return this.database.manager.findOneBy(SessionRow, { tokenHash });
  }

  async touch(tokenHash: string, at: number): Promise<void> {
    await this.database.manager.update(SessionRow, { tokenHash }, { lastSeenAt: at });
  }

  async prove(tokenHash: string, at: number): Promise<void> {
    await this.database.manager.update(SessionRow, { tokenHash }, { provedAt: at });
  }

  async remove(tokenHash: string): Promise<void> {
    await this.database.manager.delete(SessionRow, { tokenHash });
  }

  async listOf(userId: string, seenAfter: number, now: number): Promise<Session[]> {
    return this.database.manager.find(SessionRow, {
      where: { userId, lastSeenAt: MoreThan(seenAfter), expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  async removeAllOf(userId: string, kept = ''): Promise<string[]> {
    const rows = await this.database.manager.findBy(SessionRow, { userId, tokenHash: Not(kept) });
    await this.database.manager.delete(SessionRow, { userId, tokenHash: Not(kept) });
    return rows.map(({ tokenHash }) => tokenHash);
  }

  async removeOver(seenBefore: number, now: number): Promise<void> {
    await this.database.manager.delete(SessionRow, [
      { lastSeenAt: LessThanOrEqual(seenBefore) },
      { expiresAt: LessThanOrEqual(now) },
    ]);
  }
}
