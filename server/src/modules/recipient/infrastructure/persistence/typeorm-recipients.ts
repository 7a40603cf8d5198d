import { Injectable } from '@nestjs/common';
import type {
  RecipientPage,
  RecipientState,
  RecipientView,
  Variables,
} from '#contracts/recipient.contract.js';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import { Database } from '../../../../platform/database/database.js';
import { readBy } from '../../../../platform/database/read-by.js';
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
import { searchCondition } from './recipient-search.js';
import type { SearchCondition } from './recipient-search.js';

const CONTENT = 'id, row_no, phone, name, variables, reason';
const PAGE = `${CONTENT}, state, state_at, attempts, decision, decided_by, decided_at`;

/** Id of the last recipient of a list: rows behind it are of other lists. */
const LAST_OF_LIST = 'SELECT MAX(id) FROM recipients WHERE import_id = ?';

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

/** The same with what became of it. */
interface PageRow extends ContentRow {
  readonly state: RecipientState;
  readonly state_at: number | string | null;
  readonly attempts: number;
  readonly decision: NonNullable<RecipientView['decision']>['kind'] | null;
  readonly decided_by: string | null;
  readonly decided_at: number | string | null;
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
    const { state, search, namesOnly = false, limit } = filter;
    const found = search ? searchCondition(search, namesOnly) : null;
    const conditions = ['import_id = ?', 'id > ?'];
    const parameters: unknown[] = [importId, placeOf(filter.cursor)];
    const add = (sql: string, ...more: readonly unknown[]): void => {
      conditions.push(sql);
      parameters.push(...more);
    };
    if (state) add('state = ?', state);
    if (found) add(found.sql, ...found.parameters);
    const index = indexFor(state, found);
    if (index === 'primary') add(`id <= (${LAST_OF_LIST})`, importId);
    const rows = await this.database.manager.query<PageRow[]>(
      `SELECT ${PAGE} FROM recipients ${readBy(this.database, index)}
       WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${String(limit + 1)}`,
      parameters,
    );
    return pageFrom(rows.map(toView), limit);
  }

  async after(importId: string, afterId: number, size: number): Promise<ListedRecipient[]> {
    // Raw: a whole list passes here before Konfirmasi and Kirim, and entities cost five times as much.
    const rows = await this.database.manager.query<ContentRow[]>(
      `SELECT ${CONTENT} FROM recipients ${readBy(this.database, 'ix_recipients_import')}
       WHERE import_id = ? AND id > ? ORDER BY id LIMIT ${String(size)}`,
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

/** Which index leads to a page the fastest, wherever in the list it begins. */
function indexFor(state: RecipientState | undefined, search: SearchCondition | null) {
  if (search?.by === 'phones') return 'uq_recipients_import_phone';
  if (state) return 'ix_recipients_import_state';
  // Every row is looked at: in the order in which they lie, not by way of an index to each.
  return search ? 'primary' : 'ix_recipients_import';
}

function toView(row: PageRow): RecipientView {
  const { decision, decided_by: by, decided_at: at } = row;
  return {
    id: row.id,
    rowNumber: row.row_no,
    phone: shownPhone(row.phone),
    name: row.name,
    variables: JSON.parse(row.variables) as Variables,
    state: row.state,
    reason: row.reason,
    stateSince: row.state_at === null ? null : isoOf(row.state_at),
    attempts: row.attempts,
    decision:
      decision === null || by === null || at === null
        ? null
        : { kind: decision, by, at: isoOf(at) },
  };
}

/** A moment as drivers give it: a whole number, or its digits. */
const isoOf = (moment: number | string): string => new Date(Number(moment)).toISOString();
