import { Injectable } from '@nestjs/common';
import type { RecipientState, Variables } from '#contracts/recipient.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { erasedPhone } from '../../../../platform/kernel/erased-phone.js';
import { SubjectRows } from '../../application/ports/subject-rows.js';
import type { NamingIssues, SubjectRow } from '../../application/ports/subject-rows.js';

interface RecipientRow {
  id: number;
  import_id: string;
  broadcast_id: string | null;
  name: string | null;
  variables: string;
  state: RecipientState;
  reason: string | null;
  state_at: number | string | null;
  attempts: number;
}

interface IssueRow {
  id: number;
  import_id: string;
  value: string;
  name: string | null;
}

/** `SubjectRows` in the tables of the recipient module. */
@Injectable()
export class TypeormSubjectRows extends SubjectRows {
  constructor(private readonly database: Database) {
    super();
  }

  async find(phone: string): Promise<SubjectRow[]> {
    // By list first: the index over list and number then finds each without reading the rest.
    const rows = await this.database.manager.query<RecipientRow[]>(
      `SELECT r.id, r.import_id, i.broadcast_id, r.name, r.variables, r.state, r.reason, r.state_at,
              r.attempts
       FROM recipient_imports i JOIN recipients r ON r.import_id = i.id AND r.phone = ?
       WHERE i.discarded_at IS NULL ORDER BY r.id DESC`,
      [phone],
    );
    return rows.map((row) => ({
      id: row.id,
      importId: row.import_id,
      broadcastId: row.broadcast_id,
      name: row.name,
      variables: JSON.parse(row.variables) as Variables,
      state: row.state,
      reason: row.reason,
      stateAt: row.state_at === null ? null : Number(row.state_at),
      attempts: row.attempts,
    }));
  }

  async anonymise(id: number): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE recipients SET phone = ?, name = NULL, variables = '{}'
       WHERE id = ? AND state NOT IN ('pending', 'sending')`,
      [erasedPhone(id), id],
    );
  }

  async naming(phone: string, afterId: number, limit: number): Promise<NamingIssues> {
    const rows = await this.database.manager.query<IssueRow[]>(
      `SELECT id, import_id, value, name FROM recipient_import_issues
       WHERE id > ? ORDER BY id LIMIT ${String(limit)}`,
      [afterId],
    );
    const wanted = significantDigits(phone);
    const found = rows.filter(({ value, name }) =>
      [value, name ?? ''].some((text) => text.replace(/\D/gu, '').includes(wanted)),
    );
    return {
      ids: found.map(({ id }) => id),
      importIds: [...new Set(found.map((row) => row.import_id))],
      lastId: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    };
  }

  async clearIssues(ids: readonly number[]): Promise<void> {
    await this.inPieces(
      "UPDATE recipient_import_issues SET value = '', name = NULL, params = '{}' WHERE id",
      ids,
    );
  }

  async clearPreviews(importIds: readonly string[]): Promise<void> {
    await this.inPieces('UPDATE recipient_imports SET preview = NULL WHERE id', importIds);
  }

  private async inPieces(statement: string, ids: readonly (string | number)[]): Promise<void> {
    for (let at = 0; at < ids.length; at += 500) {
      const some = ids.slice(at, at + 500);
      const places = some.map(() => '?').join(', ');
      await this.database.affectedBy(`${statement} IN (${places})`, some);
    }
  }
}

/** What every spelling of a number has in common: an Indonesian one is written with 0, 62, +62 or neither. */
function significantDigits(phone: string): string {
  return phone.startsWith('+62') ? phone.slice(3) : phone.slice(1);
}
