import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { FrameSessions } from '../../application/ports/frame-sessions.js';
import type { FrameRenewal, FramesOf } from '../../application/ports/frame-sessions.js';
import type { FrameSession } from '../../domain/frame-session.js';
import { IDLE_LIMIT } from '../../domain/frame-session.js';
import { FrameAccessRow, FrameSessionRow } from './frame-session.row.js';

/** Frames in the database. */
@Injectable()
export class TypeOrmFrameSessions extends FrameSessions {
  constructor(private readonly database: Database) {
    super();
  }

  async add(session: FrameSession, entryHash: string, entryUntil: number): Promise<void> {
    await this.database.manager.insert(FrameSessionRow, {
      ...session,
      roles: [...session.roles],
      deviceIds: session.deviceIds && [...session.deviceIds],
      entryHash,
      entryUntil,
    });
  }

  async enter(entryHash: string, now: number): Promise<FrameSession | null> {
    const found = await this.database.manager.findOneBy(FrameSessionRow, { entryHash });
    if (found === null) return null;
    const isFirst = await this.database.compareAndSet(
      'UPDATE embed_sessions SET entry_hash = NULL WHERE id = ? AND entry_hash = ? AND entry_until > ?',
      [found.id, entryHash, now],
    );
    return isFirst ? toSession(found) : null;
  }

  async addAccess(sessionId: string, tokenHash: string, until: number): Promise<void> {
    await this.database.manager.insert(FrameAccessRow, { sessionId, tokenHash, until });
  }

  async findByAccess(tokenHash: string, now: number): Promise<FrameSession | null> {
    const until = MoreThan(now);
    const access = await this.database.manager.findOneBy(FrameAccessRow, { tokenHash, until });
    return access && this.find(access.sessionId);
  }

  async find(id: string): Promise<FrameSession | null> {
    const row = await this.database.manager.findOneBy(FrameSessionRow, { id });
    return row && toSession(row);
  }

  async touch(id: string, at: number): Promise<void> {
    await this.database.manager.update(FrameSessionRow, { id }, { lastSeenAt: at });
  }

  async renew(id: string, renewal: FrameRenewal): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE embed_sessions SET roles = ?, device_ids = ?, access_until = ?, expires_at = ?, proved_at = ?
       WHERE id = ?`,
      [
        JSON.stringify(renewal.roles),
        renewal.deviceIds && JSON.stringify(renewal.deviceIds),
        renewal.accessUntil,
        renewal.expiresAt,
        renewal.provedAt,
        id,
      ],
    );
  }

  async removeAllOf({ hostId, personId, hostSession }: FramesOf): Promise<string[]> {
    const rows = await this.database.manager.findBy(FrameSessionRow, {
      hostId,
      ...(personId !== undefined && { personId }),
      ...(hostSession !== undefined && { hostSession }),
    });
    await this.delete(rows.map(({ id }) => id));
    return rows.map(({ id }) => id);
  }

  async remove(id: string): Promise<boolean> {
    await this.database.manager.delete(FrameAccessRow, { sessionId: id });
    return (await this.database.affectedBy('DELETE FROM embed_sessions WHERE id = ?', [id])) === 1;
  }

  async removeOver(now: number): Promise<void> {
    const rows = await this.database.manager.find(FrameSessionRow, {
      select: { id: true },
      where: [
        { accessUntil: LessThanOrEqual(now) },
        { lastSeenAt: LessThanOrEqual(now - IDLE_LIMIT) },
        { expiresAt: LessThanOrEqual(now) },
      ],
    });
    await this.delete(rows.map(({ id }) => id));
    await this.database.manager.delete(FrameAccessRow, { until: LessThanOrEqual(now) });
  }

  async countByHost(now: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.manager.query<{ hostId: string; count: number | string }[]>(
      `SELECT host_id AS hostId, COUNT(*) AS count FROM embed_sessions
       WHERE access_until > ? AND last_seen_at > ? AND expires_at > ? AND entry_hash IS NULL
       GROUP BY host_id`,
      [now, now - IDLE_LIMIT, now],
    );
    return new Map(rows.map(({ hostId, count }) => [hostId, Number(count)]));
  }

  private async delete(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.manager.delete(FrameAccessRow, { sessionId: In(ids) });
    await this.database.manager.delete(FrameSessionRow, { id: In(ids) });
  }
}

function toSession({
  entryHash: _hash,
  entryUntil: _until,
  ...session
}: FrameSessionRow): FrameSession {
  return session;
}
