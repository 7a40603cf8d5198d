import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { ListedNumbers } from '../../application/ports/listed-numbers.js';
import type { ListedQuestion } from '../../application/ports/listed-numbers.js';
import type { ListedNumber } from '../../domain/listed-number.js';
import { ListedNumberRow } from './listed-number.row.js';

/** `ListedNumbers` in the table `do_not_contact`. */
@Injectable()
export class TypeormListedNumbers extends ListedNumbers {
  constructor(private readonly database: Database) {
    super();
  }

  async add(entry: ListedNumber): Promise<boolean> {
    if (await this.putBack(entry)) return true;
    try {
      await this.database.manager.insert(ListedNumberRow, toRow(entry));
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async find(id: string): Promise<ListedNumber | null> {
    const row = await this.database.manager.findOneBy(ListedNumberRow, { id, removedAt: IsNull() });
    return row && toEntry(row);
  }

  async remove(id: string, at: number): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE do_not_contact
       SET removed_at = ?, hint = '', added_by = NULL, device_id = NULL, device_name = NULL,
         message_id = NULL, note = NULL
       WHERE id = ? AND removed_at IS NULL`,
      [at, id],
    );
  }

  async listed(fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
    if (fingerprints.length === 0) return new Set();
    const rows = await this.database.manager.query<{ fingerprint: string }[]>(
      `SELECT fingerprint FROM do_not_contact
       WHERE removed_at IS NULL AND fingerprint IN (${fingerprints.map(() => '?').join(', ')})`,
      [...fingerprints],
    );
    return new Set(rows.map(({ fingerprint }) => fingerprint));
  }

  async isEmpty(): Promise<boolean> {
    const rows = await this.database.manager.query<unknown[]>(
      'SELECT id FROM do_not_contact WHERE removed_at IS NULL LIMIT 1',
    );
    return rows.length === 0;
  }

  async newest({ fingerprint, before, limit }: ListedQuestion): Promise<ListedNumber[]> {
    const rows = await this.database.manager.find(ListedNumberRow, {
      where: {
        removedAt: IsNull(),
        ...(fingerprint !== undefined && { fingerprint: In([fingerprint]) }),
        ...(before !== null && { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(toEntry);
  }

  /** A number that was on the list before, unless the wish is older than its removal. */
  private async putBack(entry: ListedNumber): Promise<boolean> {
    const { id, hint, reason, at, addedBy, deviceId, deviceName, messageId, note } = toRow(entry);
    return this.database.compareAndSet(
      `UPDATE do_not_contact
       SET id = ?, hint = ?, reason = ?, at = ?, added_by = ?, device_id = ?, device_name = ?,
         message_id = ?, note = ?, removed_at = NULL
       WHERE fingerprint = ? AND removed_at IS NOT NULL AND (? = 'added' OR removed_at < ?)`,
      [
        ...[id, hint, reason, at, addedBy, deviceId, deviceName, messageId, note],
        ...[entry.fingerprint, reason, at],
      ],
    );
  }
}

function toRow({ device, ...entry }: ListedNumber): ListedNumberRow {
  return {
    ...entry,
    deviceId: device?.id ?? null,
    deviceName: device?.name ?? null,
    removedAt: null,
  };
}

function toEntry(row: ListedNumberRow): ListedNumber {
  const { deviceId, deviceName, removedAt: _, ...entry } = row;
  const device =
    deviceId === null || deviceName === null ? null : { id: deviceId, name: deviceName };
  return { ...entry, device };
}
