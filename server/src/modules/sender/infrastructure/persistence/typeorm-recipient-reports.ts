import { Injectable } from '@nestjs/common';
import type { RecipientState, RecipientView, Variables } from '#contracts/recipient.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { readBy } from '../../../../platform/database/read-by.js';
import { shownPhone } from '../../../../platform/kernel/erased-phone.js';
import { RecipientReports } from '../../application/ports/recipient-reports.js';
import { ACCEPTED_STATES } from '../../domain/counters.js';
import type { Decision } from '../../domain/recipient-machine.js';

interface ReportRow {
  id: number;
  row_no: number;
  phone: string;
  name: string | null;
  variables: string;
  state: RecipientState;
  reason: string | null;
  state_at: number | null;
  attempts: number;
  decision: Decision | null;
  decided_by: string | null;
  decided_at: number | null;
}

const COLUMNS = `id, row_no, phone, name, variables, state, reason, state_at, attempts,
                 decision, decided_by, decided_at`;

const ACCEPTED = ACCEPTED_STATES.map((state) => `'${state}'`).join(', ');

/** Reports from the tables `recipients` and `attempts`. */
@Injectable()
export class TypeOrmRecipientReports extends RecipientReports {
  constructor(private readonly database: Database) {
    super();
  }

  async find(recipientId: number): Promise<RecipientView | null> {
    const [row] = await this.database.manager.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM recipients WHERE id = ?`,
      [recipientId],
    );
    return row ? viewOf(row) : null;
  }

  async after(importId: string, afterId: number, size: number): Promise<RecipientView[]> {
    const rows = await this.database.manager.query<ReportRow[]>(
      `SELECT ${COLUMNS} FROM recipients ${readBy(this.database, 'ix_recipients_import')}
       WHERE import_id = ? AND id > ? ORDER BY id LIMIT ?`,
      [importId, afterId, size],
    );
    return rows.map(viewOf);
  }

  async acceptedSince(moment: number): Promise<ReadonlyMap<string, number>> {
    // Only runs that were under way since then can have such attempts: so no index over all attempts.
    const rows = await this.database.manager.query<{ device_id: string; sent: number | string }[]>(
      `SELECT run.device_id, COUNT(*) AS sent
       FROM runs run JOIN attempts attempt ON attempt.broadcast_id = run.broadcast_id
       WHERE (run.finished_at IS NULL OR run.finished_at >= ?)
         AND attempt.claimed_at >= ? AND attempt.outcome IN (${ACCEPTED})
       GROUP BY run.device_id`,
      [moment, moment],
    );
    return new Map(rows.map((row) => [row.device_id, Number(row.sent)]));
  }
}

function viewOf(row: ReportRow): RecipientView {
  const { decision, decided_by: by, decided_at: at } = row;
  return {
    id: row.id,
    rowNumber: row.row_no,
    phone: shownPhone(row.phone),
    name: row.name,
    variables: JSON.parse(row.variables) as Variables,
    state: row.state,
    reason: row.reason,
    stateSince: row.state_at === null ? null : instant(row.state_at),
    attempts: row.attempts,
    decision:
      decision === null || by === null || at === null
        ? null
        : { kind: decision, by, at: instant(at) },
  };
}

const instant = (moment: number | string): string => new Date(Number(moment)).toISOString();
