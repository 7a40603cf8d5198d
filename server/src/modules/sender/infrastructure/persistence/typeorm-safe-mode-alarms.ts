import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { SafeModeAlarms } from '../../application/ports/safe-mode-alarms.js';
import type { Alarm } from '../../application/ports/safe-mode-alarms.js';
import { SafeModeAlarmRow } from './safe-mode-alarm.row.js';

const ACTIVE = 'active';

/** `SafeModeAlarms` in the tables `safe_mode_alarms` and `settled_marks`. */
@Injectable()
export class TypeOrmSafeModeAlarms extends SafeModeAlarms {
  constructor(private readonly database: Database) {
    super();
  }

  async active(): Promise<Alarm | null> {
    const row = await this.database.manager.findOneBy(SafeModeAlarmRow, { activeKey: ACTIVE });
    return row && alarmOf(row);
  }

  async raise({
    id,
    reason,
    raisedAt,
  }: Pick<Alarm, 'id' | 'reason' | 'raisedAt'>): Promise<boolean> {
    return this.insert(
      'INSERT INTO safe_mode_alarms (id, active_key, reason, raised_at) VALUES (?, ?, ?, ?)',
      [id, ACTIVE, reason, raisedAt],
    );
  }

  async count(id: string, broadcasts: number, recipients: number): Promise<void> {
    await this.database.compareAndSet(
      `UPDATE safe_mode_alarms SET broadcasts = broadcasts + ?, recipients = recipients + ?
       WHERE id = ?`,
      [broadcasts, recipients, id],
    );
  }

  async settle(id: string, at: number): Promise<void> {
    await this.database.compareAndSet(
      'UPDATE safe_mode_alarms SET settled_at = ? WHERE id = ? AND settled_at IS NULL',
      [at, id],
    );
  }

  async release(
    id: string,
    by: { readonly id: string; readonly name: string },
    at: number,
  ): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE safe_mode_alarms
       SET active_key = NULL, released_at = ?, released_by_id = ?, released_by = ?
       WHERE id = ? AND active_key = ?`,
      [at, by.id, by.name, id, ACTIVE],
    );
  }

  async unknown<T extends { readonly broadcastId: string; readonly messageId: string }>(
    marks: readonly T[],
  ): Promise<T[]> {
    if (marks.length === 0) return [];
    const ids = marks.map(({ messageId }) => messageId);
    const both = [...ids, ...marks.map(({ broadcastId }) => broadcastId)];
    const rows = await this.database.manager.query<{ mark: string }[]>(
      `SELECT message_id AS mark FROM attempts WHERE message_id IN (${placesOf(ids)})
       UNION ALL SELECT mark FROM settled_marks WHERE mark IN (${placesOf(both)})`,
      [...ids, ...both],
    );
    const known = new Set(rows.map(({ mark }) => mark));
    return marks.filter(
      ({ broadcastId, messageId }) => !known.has(messageId) && !known.has(broadcastId),
    );
  }

  async account(mark: string, at: number): Promise<void> {
    await this.insert('INSERT INTO settled_marks (mark, at) VALUES (?, ?)', [mark, at]);
  }

  /** False when it is there already. */
  private async insert(sql: string, parameters: unknown[]): Promise<boolean> {
    try {
      await this.database.manager.query(sql, parameters);
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }
}

const placesOf = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

function alarmOf(row: SafeModeAlarmRow): Alarm {
  const { id, reason, raisedAt, backupAt, doubtsAll, settledAt, broadcasts, recipients } = row;
  return {
    ...{ id, reason, raisedAt, backupAt, settledAt, broadcasts, recipients },
    doubtsAll: doubtsAll === 1,
  };
}
