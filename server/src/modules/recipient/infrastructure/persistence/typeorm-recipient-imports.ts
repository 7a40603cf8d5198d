import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { ImportCounts, ImportState } from '#contracts/recipient-import.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { ofBroadcasts } from '../../../../platform/database/scope-condition.js';
import type { Onlooker } from '../../../../platform/kernel/actor.js';
import { RecipientImports } from '../../application/ports/recipient-imports.js';
import type { ImportChange } from '../../application/ports/recipient-imports.js';
import type { RecipientImport } from '../../domain/recipient-import.js';
import { RecipientImportRow } from './recipient-import.row.js';

/** Column of every field that a step may change. */
const COLUMNS: Readonly<Record<keyof ImportChange, string>> = {
  storedName: 'stored_name',
  preview: 'preview',
  columns: 'column_choice',
  variableNames: 'variable_names',
  failure: 'failure',
};

/** `RecipientImports` in the table `recipient_imports`. */
@Injectable()
export class TypeormRecipientImports extends RecipientImports {
  constructor(private readonly database: Database) {
    super();
  }

  async add(list: RecipientImport): Promise<void> {
    await this.database.manager.insert(RecipientImportRow, toRow(list));
  }

  async find(id: string): Promise<RecipientImport | null> {
    const [list] = await this.findMany([id]);
    return list ?? null;
  }

  async findFor(id: string, onlooker: Onlooker): Promise<RecipientImport | null> {
    const its =
      'SELECT i.broadcast_id FROM recipient_imports i WHERE i.id = l.id AND i.broadcast_id IS NOT NULL';
    const there = ofBroadcasts(onlooker, 'l.created_by', its);
    const rows = await this.database.manager.query<{ id: string }[]>(
      `SELECT l.id FROM recipient_imports l WHERE l.id = ? AND ${there.sql}`,
      [id, ...there.parameters],
    );
    return rows.length === 0 ? null : this.find(id);
  }

  async findMany(ids: readonly string[]): Promise<RecipientImport[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.manager.findBy(RecipientImportRow, {
      id: In(ids),
      discardedAt: IsNull(),
    });
    return rows.map(toList);
  }

  async move(
    id: string,
    from: ImportState,
    to: ImportState,
    change: ImportChange = {},
  ): Promise<boolean> {
    const fields = Object.keys(change) as (keyof ImportChange)[];
    const sets = ['state', ...fields.map((field) => COLUMNS[field])].map((name) => `${name} = ?`);
    const values = [to, ...fields.map((field) => asText(change[field]))];
    return this.database.compareAndSet(
      `UPDATE recipient_imports SET ${sets.join(', ')}
       WHERE id = ? AND state = ? AND discarded_at IS NULL`,
      [...values, id, from],
    );
  }

  async count(id: string, read: ImportCounts): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE recipient_imports
       SET row_count = row_count + ?, accepted_count = accepted_count + ?,
         rejected_count = rejected_count + ?, duplicate_count = duplicate_count + ?,
         opted_out_count = opted_out_count + ?, recipient_count = recipient_count + ?
       WHERE id = ? AND state = 'reading' AND discarded_at IS NULL`,
      [
        ...[read.rows, read.accepted, read.rejected, read.duplicates],
        ...[read.optedOut, read.accepted, id],
      ],
    );
  }

  async take(id: string, broadcastId: string): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE recipient_imports SET broadcast_id = ?
       WHERE id = ? AND state = 'ready' AND broadcast_id IS NULL AND discarded_at IS NULL`,
      [broadcastId, id],
    );
  }

  async addRecipients(id: string, by: number, optedOut: number): Promise<void> {
    await this.database.affectedBy(
      `UPDATE recipient_imports
       SET recipient_count = recipient_count + ?, opted_out_count = opted_out_count + ? WHERE id = ?`,
      [by, optedOut, id],
    );
  }

  async discard(id: string, at: number): Promise<boolean> {
    return this.database.compareAndSet(
      'UPDATE recipient_imports SET discarded_at = ? WHERE id = ? AND discarded_at IS NULL',
      [at, id],
    );
  }
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toRow(list: RecipientImport): Omit<RecipientImportRow, 'discardedAt'> {
  const { counts, columns, variableNames, ...same } = list;
  return {
    ...same,
    columnChoice: columns,
    variableNames: [...variableNames],
    rowCount: counts.rows,
    acceptedCount: counts.accepted,
    rejectedCount: counts.rejected,
    duplicateCount: counts.duplicates,
    optedOutCount: counts.optedOut,
  };
}

function toList(row: RecipientImportRow): RecipientImport {
  return {
    id: row.id,
    source: row.source,
    fileName: row.fileName,
    storedName: row.storedName,
    state: row.state,
    preview: row.preview,
    columns: row.columnChoice,
    variableNames: row.variableNames,
    counts: {
      rows: row.rowCount,
      accepted: row.acceptedCount,
      rejected: row.rejectedCount,
      duplicates: row.duplicateCount,
      optedOut: row.optedOutCount,
    },
    recipientCount: row.recipientCount,
    failure: row.failure,
    broadcastId: row.broadcastId,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
  };
}
