import { Injectable } from '@nestjs/common';
import type {
  RecipientPage,
  RecipientState,
  RecipientView,
  Variables,
} from '#contracts/recipient.contract.js';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import { LIKE_ESCAPE } from '../../../../platform/database/contains-pattern.js';
import { Database } from '../../../../platform/database/database.js';
import { shownPhone } from '../../../../platform/kernel/erased-phone.js';
import { Recipients } from '../../application/ports/recipients.js';
import type {
  NewRecipient,
  RecipientContent,
  RecipientQuestion,
} from '../../application/ports/recipients.js';
import { placeOf, pageFrom } from '../../application/list-cursor.js';
import type { ListedRecipient } from '../../application/recipient-lists.js';
import { insertRows } from './insert-rows.js';
import { searchPatterns } from './recipient-search.js';
import { RecipientRow } from './recipient.row.js';

const CONTENT = 'id, row_no, phone, name, variables, reason';

/** Columns of a new recipient: the others have the value of one who waits. */
const NEW = ['import_id', 'row_no', 'phone', 'name', 'variables'] as const;

const OPTED_OUT: RecipientReason = 'opted-out';

/** A recipient as raw SQL returns it. */
interface ContentRow {
  readonly id: number;
  readonly row_no: number;
  readonly phone: string;
  readonly name: string | null;
  readonly variables: string;
  readonly reason: string | null;
}

/** `Recipients` in the table `recipients`. */
@Injectable()
export class TypeormRecipients extends Recipients {
  constructor(private readonly database: Database) {
    super();
  }

  async add(importId: string, rows: readonly NewRecipient[]): Promise<void> {
    // Nearly always nobody has: three columns less are a fifth of the statement's time.
    const all = rows.some(({ optedOutAt }) => optedOutAt !== null);
    await insertRows(
      this.database.manager,
      'recipients',
      all ? [...NEW, 'state', 'reason', 'state_at'] : NEW,
      rows.map(({ rowNumber, phone, name, variables, optedOutAt }) => [
        ...[importId, rowNumber, phone, name, JSON.stringify(variables)],
        ...(all ? beginning(optedOutAt) : []),
      ]),
    );
  }

  async page(importId: string, filter: RecipientQuestion): Promise<RecipientPage> {
    const query = this.database.manager
      .createQueryBuilder(RecipientRow, 'r')
      .where('r.importId = :importId', { importId })
      .andWhere('r.id > :after', { after: placeOf(filter.cursor) })
      .orderBy('r.id')
      .limit(filter.limit + 1);
    if (filter.state) query.andWhere('r.state = :state', { state: filter.state });
    if (filter.search) {
      const { name, phone } = searchPatterns(filter.search);
      const byName = `LOWER(r.name) LIKE LOWER(:name) ${LIKE_ESCAPE}`;
      const nameAlone = phone === null || filter.namesOnly === true;
      query.andWhere(nameAlone ? byName : `(${byName} OR r.phone LIKE :phone)`, {
        name,
        phone,
      });
    }
    return pageFrom((await query.getMany()).map(toView), filter.limit);
  }

  async after(importId: string, afterId: number, size: number): Promise<ListedRecipient[]> {
    // Raw: a whole list passes here before Konfirmasi and Kirim, and entities cost five times as much.
    const rows = await this.database.manager.query<ContentRow[]>(
      `SELECT ${CONTENT} FROM recipients WHERE import_id = ? AND id > ? ORDER BY id LIMIT ${String(size)}`,
      [importId, afterId],
    );
    return rows.map(toListed);
  }

  async findByPhone(importId: string, phone: string): Promise<ListedRecipient | null> {
    const [row] = await this.database.manager.query<ContentRow[]>(
      `SELECT ${CONTENT} FROM recipients WHERE import_id = ? AND phone = ?`,
      [importId, phone],
    );
    return row ? toListed(row) : null;
  }

  async find(importId: string, id: number): Promise<ListedRecipient | null> {
    const [row] = await this.database.manager.query<ContentRow[]>(
      `SELECT ${CONTENT} FROM recipients WHERE import_id = ? AND id = ?`,
      [importId, id],
    );
    return row ? toListed(row) : null;
  }

  async change(importId: string, id: number, content: RecipientContent): Promise<boolean> {
    const { phone, name, variables, optedOutAt } = content;
    return this.database.compareAndSet(
      `UPDATE recipients SET phone = ?, name = ?, variables = ?, state = ?, reason = ?, state_at = ?
       WHERE id = ? AND import_id = ?`,
      [phone, name, JSON.stringify(variables), ...beginning(optedOutAt), id, importId],
    );
  }

  async remove(importId: string, id: number): Promise<boolean> {
    return this.database.compareAndSet('DELETE FROM recipients WHERE id = ? AND import_id = ?', [
      id,
      importId,
    ]);
  }
}

function toListed(row: ContentRow): ListedRecipient {
  const { id, row_no: rowNumber, phone, name } = row;
  const variables = JSON.parse(row.variables) as Variables;
  return { id, rowNumber, phone, name, variables, optedOut: row.reason === OPTED_OUT };
}

/** State, reason and moment of a recipient to whom nothing was sent yet. */
function beginning(optedOutAt: number | null): [RecipientState, string | null, number | null] {
  return optedOutAt === null ? ['pending', null, null] : ['skipped', OPTED_OUT, optedOutAt];
}

function toView(row: RecipientRow): RecipientView {
  const { decision, decidedBy, decidedAt } = row;
  return {
    id: row.id,
    rowNumber: row.rowNumber,
    phone: shownPhone(row.phone),
    name: row.name,
    variables: row.variables,
    state: row.state,
    reason: row.reason,
    stateSince: row.stateAt === null ? null : new Date(row.stateAt).toISOString(),
    attempts: row.attempts,
    decision:
      decision === null || decidedBy === null || decidedAt === null
        ? null
        : { kind: decision, by: decidedBy, at: new Date(decidedAt).toISOString() },
  };
}
