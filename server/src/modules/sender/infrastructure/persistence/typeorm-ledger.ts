import { Injectable } from '@nestjs/common';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { ofDevices } from '../../../../platform/database/scope-condition.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import { Ledger } from '../../application/ports/ledger.js';
import type {
  AttemptEntry,
  AttemptNews,
  AttemptOutcome,
  Claim,
  Entry,
  Flight,
  Move,
  UntouchedList,
  WaitingRecipient,
} from '../../application/ports/ledger.js';
import { isProof } from '../../domain/recipient-machine.js';
import type { Proof } from '../../domain/recipient-machine.js';
import { JoinedFlights, StepwiseFlights } from './flight-statements.js';
import type { FlightStatements } from './flight-statements.js';

interface WaitingRow {
  id: number;
  phone: string;
  name: string | null;
  variables: string;
  attempts: number;
}

interface EntryRow {
  broadcast_id: string;
  import_id: string;
  device_id: string;
  id: number;
  state: RecipientState;
  message_id: string | null;
  attempts: number;
}

interface FlightRow {
  broadcast_id: string;
  id: number;
  attempts: number;
  message_id: string;
}

interface AttemptRow {
  recipient_id: number;
  outcome: AttemptOutcome | null;
}

/** From the weakest proof to the strongest. */
const PROOFS: readonly Proof[] = ['sent', 'delivered', 'read'];

/** The ledger in the tables `recipients` (its columns of state), `attempts` and `runs` (its counters). */
@Injectable()
export class TypeOrmLedger extends Ledger {
  private readonly flights: FlightStatements;

  constructor(private readonly database: Database) {
    super();
    this.flights = database.isSqlite ? new StepwiseFlights(database) : new JoinedFlights(database);
  }

  async untouched(importId: string): Promise<UntouchedList | null> {
    const [row] = await this.database.manager.query<
      Record<'total' | 'waiting' | 'skipped', unknown>[]
    >(
      `SELECT COUNT(*) AS total, COUNT(CASE WHEN state = 'pending' THEN 1 END) AS waiting,
         COUNT(CASE WHEN state = 'skipped' AND attempts = 0 THEN 1 END) AS skipped
       FROM recipients WHERE import_id = ?`,
      [importId],
    );
    const [recipients, waiting, skipped] = [row?.total, row?.waiting, row?.skipped].map(Number);
    if (recipients === undefined || waiting === undefined || skipped === undefined) return null;
    return waiting + skipped === recipients ? { recipients, skipped } : null;
  }

  async waiting(importId: string, limit: number): Promise<WaitingRecipient[]> {
    const rows = await this.database.manager.query<WaitingRow[]>(
      `SELECT id, phone, name, variables, attempts FROM recipients
       WHERE import_id = ? AND state = 'pending' ORDER BY id LIMIT ?`,
      [importId, limit],
    );
    return rows.map((row) => ({
      ...row,
      variables: JSON.parse(row.variables) as Record<string, string>,
    }));
  }

  async claim(claim: Claim): Promise<void> {
    await this.flights.claim(claim);
  }

  async land(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    return this.flights.land(flight, move, news);
  }

  async landAlone(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    return this.flights.landAlone(flight, move, news);
  }

  async move(entry: Entry, move: Move): Promise<boolean> {
    const { decision } = move;
    const decided = decision ? ', decision = ?, decided_by = ?, decided_at = ?' : '';
    const moved = await this.database.compareAndSet(
      `UPDATE recipients SET state = ?, reason = ?, state_at = ?${decided} WHERE id = ? AND state = ?`,
      [
        move.to,
        move.reason,
        move.at,
        ...(decision ? [decision.kind, decision.by, move.at] : []),
        entry.recipientId,
        entry.state,
      ],
    );
    if (moved && entry.state !== move.to) {
      await this.count(entry.broadcastId, entry.state, move.to);
    }
    return moved;
  }

  async note(messageId: string, { outcome, reason, at }: AttemptNews): Promise<void> {
    await this.database.compareAndSet(
      'UPDATE attempts SET outcome = ?, reason = ?, recorded_at = ? WHERE message_id = ?',
      [outcome, reason, at, messageId],
    );
  }

  async hold(recipientId: number, scope: DeviceScope): Promise<Entry | null> {
    const device = ofDevices('run.device_id', scope);
    const [row] = await this.database.manager.query<EntryRow[]>(
      `SELECT run.broadcast_id, run.import_id, run.device_id,
              recipient.id, recipient.state, recipient.message_id, recipient.attempts
       FROM recipients recipient JOIN runs run ON run.import_id = recipient.import_id
       WHERE recipient.id = ? AND ${device.sql}${this.forUpdate}`,
      [recipientId, ...device.parameters],
    );
    return row ? entryOf(row) : null;
  }

  async holdByMessage(messageId: string): Promise<AttemptEntry | null> {
    const found = await this.attempt(messageId, '');
    const entry = found && (await this.hold(found.recipient_id, 'all'));
    if (!entry) return null;
    // Read again under the lock: an outcome may have been written down while this unit waited for it.
    const held = await this.attempt(messageId, this.forUpdate);
    return { messageId, outcome: held?.outcome ?? null, entry };
  }

  async proofOf({ broadcastId, recipientId }: Entry): Promise<Proof | null> {
    const rows = await this.database.manager.query<{ outcome: string | null }[]>(
      'SELECT outcome FROM attempts WHERE broadcast_id = ? AND recipient_id = ?',
      [broadcastId, recipientId],
    );
    const found = rows.map(({ outcome }) => outcome ?? '').filter(isProof);
    return PROOFS.findLast((proof) => found.includes(proof)) ?? null;
  }

  async inFlight(deviceId: string): Promise<Flight[]> {
    const rows = await this.database.manager.query<FlightRow[]>(
      `SELECT run.broadcast_id, recipient.id, recipient.attempts, recipient.message_id
       FROM runs run JOIN recipients recipient
         ON recipient.import_id = run.import_id AND recipient.state = 'sending'
       WHERE run.device_id = ? AND run.n_sending > 0`,
      [deviceId],
    );
    return rows.map((row) => ({
      broadcastId: row.broadcast_id,
      recipientId: row.id,
      attempt: row.attempts,
      messageId: row.message_id,
    }));
  }

  async unsettled(deviceId: string, since: number, limit: number): Promise<string[]> {
    const rows = await this.database.manager.query<{ message_id: string }[]>(
      `SELECT attempts.message_id FROM runs
       JOIN attempts ON attempts.broadcast_id = runs.broadcast_id
       WHERE runs.device_id = ? AND (runs.finished_at IS NULL OR runs.finished_at >= ?)
         AND attempts.claimed_at >= ? AND attempts.outcome IN ('unknown', 'sent', 'delivered')
       ORDER BY attempts.claimed_at DESC LIMIT ?`,
      [deviceId, since, since, limit],
    );
    return rows.map(({ message_id }) => message_id);
  }

  async forget(broadcastId: string): Promise<void> {
    await this.database.affectedBy('DELETE FROM attempts WHERE broadcast_id = ?', [broadcastId]);
  }

  async purgeAddresses(broadcastId: string, limit: number): Promise<number> {
    const rows = await this.database.manager.query<{ message_id: string }[]>(
      `SELECT message_id FROM attempts
       WHERE broadcast_id = ? AND address IS NOT NULL LIMIT ${String(limit)}`,
      [broadcastId],
    );
    if (rows.length === 0) return 0;
    return this.database.affectedBy(
      `UPDATE attempts SET address = NULL WHERE message_id IN (${rows.map(() => '?').join(', ')})`,
      rows.map(({ message_id }) => message_id),
    );
  }

  async eraseAddresses(broadcastId: string, recipientId: number): Promise<void> {
    await this.database.affectedBy(
      'UPDATE attempts SET address = NULL WHERE broadcast_id = ? AND recipient_id = ?',
      [broadcastId, recipientId],
    );
  }

  /** SQLite has no row locks and needs none: units run one at a time there. */
  private get forUpdate(): '' | ' FOR UPDATE' {
    return this.database.isSqlite ? '' : ' FOR UPDATE';
  }

  private async attempt(messageId: string, lock: '' | ' FOR UPDATE'): Promise<AttemptRow | null> {
    const [row] = await this.database.manager.query<AttemptRow[]>(
      `SELECT recipient_id, outcome FROM attempts WHERE message_id = ?${lock}`,
      [messageId],
    );
    return row ?? null;
  }

  /** Column names come from the closed list of states, never from outside. */
  private async count(
    broadcastId: string,
    from: RecipientState,
    to: RecipientState,
  ): Promise<void> {
    const counted = await this.database.compareAndSet(
      `UPDATE runs SET n_${from} = n_${from} - 1, n_${to} = n_${to} + 1 WHERE broadcast_id = ?`,
      [broadcastId],
    );
    if (!counted) throw new Error('A recipient moved whose run does not exist');
  }
}

function entryOf(row: EntryRow): Entry {
  return {
    broadcastId: row.broadcast_id,
    importId: row.import_id,
    deviceId: row.device_id,
    recipientId: row.id,
    state: row.state,
    messageId: row.message_id,
    attempts: row.attempts,
  };
}
