import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { NumberTallies } from '../../application/ports/number-tallies.js';
import { NEW_TALLY } from '../../domain/tally.js';
import type { Tally } from '../../domain/tally.js';
import { NumberTallyRow } from './number-tally.row.js';

/** Tallies in the database: one row a number that ever sent. */
@Injectable()
export class TypeOrmNumberTallies extends NumberTallies {
  constructor(private readonly database: Database) {
    super();
  }

  async find(phones: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
    if (phones.length === 0) return new Map();
    const rows = await this.database.manager.findBy(NumberTallyRow, { phone: In([...phones]) });
    return new Map(rows.map(({ phone, ...tally }) => [phone, tally]));
  }

  async hold(phone: string): Promise<Tally> {
    const held = (await this.locked(phone)) ?? (await this.add(phone));
    if (!held) throw new Error('A tally vanished while it was added');
    return held;
  }

  async save(phone: string, tally: Tally): Promise<void> {
    const saved = await this.database.affectedBy(
      `UPDATE number_tallies SET day = ?, sent = ?, warmed = ?, since_pause = ?, last_at = ?,
         rest_until = ?, recent = ? WHERE phone = ?`,
      [
        tally.day,
        tally.sent,
        tally.warmed,
        tally.sincePause,
        tally.lastAt,
        tally.restUntil,
        tally.recent,
        phone,
      ],
    );
    if (saved !== 1) throw new Error('A tally that is held was not saved');
  }

  /** SQLite has no row locks and needs none: units run one at a time there. */
  private async locked(phone: string): Promise<Tally | null> {
    const row = await this.database.manager.findOne(NumberTallyRow, {
      where: { phone },
      ...(!this.database.isSqlite && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!row) return null;
    const { phone: _, ...tally } = row;
    return tally;
  }

  private async add(phone: string): Promise<Tally | null> {
    try {
      await this.database.manager.insert(NumberTallyRow, { phone, ...NEW_TALLY });
    } catch (error) {
      // Another process was first: its row is as good.
      if (!isDuplicateKey(error)) throw error;
    }
    return this.locked(phone);
  }
}
