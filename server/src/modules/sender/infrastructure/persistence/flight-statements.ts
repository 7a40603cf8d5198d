import type { Database } from '../../../../platform/database/database.js';
import { ClaimRefused } from '../../application/ports/ledger.js';
import type { AttemptNews, Claim, Flight, Move } from '../../application/ports/ledger.js';

/** A number that gets no more messages, by its fingerprint: a row of the do-not-contact module. */
const LISTED = 'fingerprint = ? AND removed_at IS NULL';

/**
 * Read by name alone, within the statement that takes the recipient: so an opt-out that was committed
 * before it always wins, and one that comes later waits for the claim (InnoDB) or comes after it.
 */
const NOT_LISTED = `NOT EXISTS (SELECT 1 FROM do_not_contact WHERE ${LISTED})`;

/**
 * Nobody else holds the session of the device: a row of the device module, read by name alone as above.
 * Whoever was stopped and woken would else find the lane still free for it, until the new holder has
 * opened the session and takes the lane.
 */
const NOT_HELD_ELSEWHERE = `NOT EXISTS (
    SELECT 1 FROM device_holds hold WHERE hold.device_id = ? AND hold.worker <> ?)`;

/** The condition and its parameters; none where there is one process. */
function heldBy({ worker, lease }: Claim): { condition: string; parameters: string[] } {
  if (worker === null) return { condition: '', parameters: [] };
  return { condition: `AND ${NOT_HELD_ELSEWHERE}`, parameters: [lease.deviceId, worker] };
}

/** What is run for every message twice: the speed of the ledger depends on it. */
export interface FlightStatements {
  /** As `Ledger.claim`. */
  claim(claim: Claim): Promise<void>;
  /** As `Ledger.land`. */
  land(flight: Flight, move: Move, news: AttemptNews): Promise<boolean>;
  /** As `Ledger.landAlone`. */
  landAlone(flight: Flight, move: Move, news: AttemptNews): Promise<boolean>;
}

/**
 * One statement a table, for a database within the process. Each is a compare-and-set: its WHERE states
 * what must still be true, and a claim that fails at any of them is rolled back as a whole by
 * `ClaimRefused`.
 */
export class StepwiseFlights implements FlightStatements {
  constructor(private readonly database: Database) {}

  async claim(claim: Claim): Promise<void> {
    await this.holdLane(claim);
    await this.countOff(claim);
    await this.takeRecipient(claim);
    await insertAttempt(this.database, claim);
  }

  async land(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    const landed = await this.database.compareAndSet(
      `UPDATE recipients SET state = ?, reason = ?, state_at = ?
       WHERE id = ? AND state = 'sending' AND message_id = ?`,
      [move.to, move.reason, move.at, flight.recipientId, flight.messageId],
    );
    if (!landed) return false;
    await this.database.compareAndSet(
      'UPDATE attempts SET outcome = ?, reason = ?, recorded_at = ? WHERE message_id = ?',
      [news.outcome, news.reason, news.at, flight.messageId],
    );
    // The name of the column comes from the closed list of states, never from outside.
    await this.database.compareAndSet(
      `UPDATE runs SET n_sending = n_sending - 1, n_${move.to} = n_${move.to} + 1
       WHERE broadcast_id = ?`,
      [flight.broadcastId],
    );
    return true;
  }

  async landAlone(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    return this.database.run(() => this.land(flight, move, news));
  }

  private async holdLane(claim: Claim): Promise<void> {
    const { lease, at } = claim;
    const { condition, parameters } = heldBy(claim);
    const held = await this.database.compareAndSet(
      `UPDATE lanes SET next_handover_at = ?, expires_at = ?
       WHERE device_id = ? AND epoch = ? AND holder = ? AND expires_at > ?
         AND (next_handover_at <= ? OR next_handover_at > ?) ${condition}`,
      [
        claim.nextHandoverAt,
        claim.leaseExpiresAt,
        lease.deviceId,
        lease.epoch,
        lease.holder,
        at,
        at,
        at + claim.maxGap,
        ...parameters,
      ],
    );
    if (!held) throw new ClaimRefused('lease-lost-or-too-early');
  }

  private async countOff({ broadcastId, lease }: Claim): Promise<void> {
    const sending = await this.database.compareAndSet(
      `UPDATE runs SET n_pending = n_pending - 1, n_sending = n_sending + 1
       WHERE broadcast_id = ? AND device_id = ? AND state = 'sending'`,
      [broadcastId, lease.deviceId],
    );
    if (!sending) throw new ClaimRefused('run-not-sending');
  }

  private async takeRecipient(claim: Claim): Promise<void> {
    const taken = await this.database.compareAndSet(
      `UPDATE recipients
       SET state = 'sending', reason = NULL, state_at = ?, message_id = ?, attempts = ?
       WHERE id = ? AND import_id = ? AND state = 'pending' AND attempts = ? AND ${NOT_LISTED}`,
      [
        claim.at,
        claim.messageId,
        claim.attempt,
        claim.recipientId,
        claim.importId,
        claim.attempt - 1,
        claim.fingerprint,
      ],
    );
    if (taken) return;
    throw new ClaimRefused((await this.isListed(claim)) ? 'opted-out' : 'recipient-not-pending');
  }

  private async isListed({ fingerprint }: Claim): Promise<boolean> {
    // As last committed, like the statement that it explains, not as when the unit began.
    const latest = this.database.isSqlite ? '' : ' LOCK IN SHARE MODE';
    const rows = await this.database.manager.query<unknown[]>(
      `SELECT id FROM do_not_contact WHERE ${LISTED}${latest}`,
      [fingerprint],
    );
    return rows.length > 0;
  }
}

/**
 * One statement over all tables, for a database across a network: half as many round trips. Whatever it
 * does not match is left to the steps, which say why.
 */
export class JoinedFlights implements FlightStatements {
  private readonly steps: StepwiseFlights;

  constructor(private readonly database: Database) {
    this.steps = new StepwiseFlights(database);
  }

  async claim(claim: Claim): Promise<void> {
    const { lease, at } = claim;
    const { condition, parameters } = heldBy(claim);
    const rows = await this.database.affectedBy(
      `UPDATE lanes lane
       JOIN runs run ON run.broadcast_id = ? AND run.device_id = lane.device_id
       JOIN recipients recipient ON recipient.id = ? AND recipient.import_id = run.import_id
       SET lane.next_handover_at = ?, lane.expires_at = ?,
           run.n_pending = run.n_pending - 1, run.n_sending = run.n_sending + 1,
           recipient.state = 'sending', recipient.reason = NULL, recipient.state_at = ?,
           recipient.message_id = ?, recipient.attempts = ?
       WHERE lane.device_id = ? AND lane.epoch = ? AND lane.holder = ? AND lane.expires_at > ?
         AND (lane.next_handover_at <= ? OR lane.next_handover_at > ?) ${condition}
         AND run.state = 'sending'
         AND recipient.state = 'pending' AND recipient.attempts = ?
         AND ${NOT_LISTED}`,
      [
        claim.broadcastId,
        claim.recipientId,
        claim.nextHandoverAt,
        claim.leaseExpiresAt,
        at,
        claim.messageId,
        claim.attempt,
        lease.deviceId,
        lease.epoch,
        lease.holder,
        at,
        at,
        at + claim.maxGap,
        ...parameters,
        claim.attempt - 1,
        claim.fingerprint,
      ],
    );
    if (rows === 0) return this.steps.claim(claim);
    await insertAttempt(this.database, claim);
  }

  async land(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    return (await this.database.affectedBy(landingOn(move), landingOf(flight, move, news))) > 0;
  }

  async landAlone(flight: Flight, move: Move, news: AttemptNews): Promise<boolean> {
    const rows = await this.database.affectedAlone(landingOn(move), landingOf(flight, move, news));
    return rows > 0;
  }
}

/** The name of the column comes from the closed list of states, never from outside. */
const landingOn = ({ to }: Move): string => `UPDATE recipients recipient
       JOIN attempts attempt ON attempt.message_id = recipient.message_id
       JOIN runs run ON run.broadcast_id = attempt.broadcast_id
       SET recipient.state = ?, recipient.reason = ?, recipient.state_at = ?,
           attempt.outcome = ?, attempt.reason = ?, attempt.recorded_at = ?,
           run.n_sending = run.n_sending - 1, run.n_${to} = run.n_${to} + 1
       WHERE recipient.id = ? AND recipient.state = 'sending' AND recipient.message_id = ?`;

const landingOf = (flight: Flight, move: Move, news: AttemptNews): unknown[] => [
  move.to,
  move.reason,
  move.at,
  news.outcome,
  news.reason,
  news.at,
  flight.recipientId,
  flight.messageId,
];

async function insertAttempt(database: Database, claim: Claim): Promise<void> {
  await database.affectedBy(
    `INSERT INTO attempts
       (message_id, recipient_id, broadcast_id, address, number, epoch, claimed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      claim.messageId,
      claim.recipientId,
      claim.broadcastId,
      claim.address,
      claim.attempt,
      claim.lease.epoch,
      claim.at,
    ],
  );
}
