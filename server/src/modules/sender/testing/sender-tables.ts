import type { RecipientState } from '#contracts/recipient.contract.js';
import type { Database } from '../../../platform/database/database.js';
import type { Lease } from '../application/ports/lane-leases.js';
import type { AttemptOutcome, Claim, Flight } from '../application/ports/ledger.js';
import type { NewRun } from '../application/ports/run-repository.js';
import { TypeOrmBulkMoves } from '../infrastructure/persistence/typeorm-bulk-moves.js';
import { TypeOrmLaneLeases } from '../infrastructure/persistence/typeorm-lane-leases.js';
import { TypeOrmLedger } from '../infrastructure/persistence/typeorm-ledger.js';
import { TypeOrmRecipientNumbers } from '../infrastructure/persistence/typeorm-recipient-numbers.js';
import { TypeOrmRecipientReports } from '../infrastructure/persistence/typeorm-recipient-reports.js';
import { TypeOrmRunRepository } from '../infrastructure/persistence/typeorm-run-repository.js';

/** The moment at which tests of the tables begin. */
export const BEGINNING = Date.UTC(2026, 10, 22, 2, 0, 0);

/** A UUID that is easy to read in a failure. */
export function someId(serial: number): string {
  return `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
}

/** A run with whatever is not asked for made up. */
export function someRun(given: Partial<NewRun> = {}): NewRun {
  return {
    broadcastId: someId(1),
    importId: someId(101),
    deviceId: someId(901),
    text: 'Halo {nama}',
    attachmentId: null,
    attachmentSha256: null,
    idempotencyKey: 'kunci-1',
    startedById: someId(801),
    startedBy: 'Ibu Sari',
    startedAt: BEGINNING,
    total: 3,
    skipped: 0,
    ...given,
  };
}

/** A claim on a recipient's first attempt, a minute after the beginning. */
export function someClaim(lease: Lease, recipientId: number, given: Partial<Claim> = {}): Claim {
  const at = BEGINNING + 60_000;
  const { broadcastId, importId } = someRun();
  return {
    lease,
    worker: null,
    broadcastId,
    importId,
    recipientId,
    attempt: 1,
    messageId: `pesan-${recipientId}`,
    address: `${recipientId}@lid`,
    fingerprint: '',
    at,
    leaseExpiresAt: at + 20_000,
    nextHandoverAt: at,
    maxGap: 20_000,
    ...given,
  };
}

/** The adapters of the sender's tables on one database, and rows to begin with. */
export class SenderTables {
  readonly runs: TypeOrmRunRepository;
  readonly ledger: TypeOrmLedger;
  readonly leases: TypeOrmLaneLeases;
  readonly bulk: TypeOrmBulkMoves;
  readonly reports: TypeOrmRecipientReports;
  readonly numbers: TypeOrmRecipientNumbers;

  constructor(readonly database: Database) {
    this.runs = new TypeOrmRunRepository(database);
    this.ledger = new TypeOrmLedger(database);
    this.leases = new TypeOrmLaneLeases(database);
    this.bulk = new TypeOrmBulkMoves(database);
    this.reports = new TypeOrmRecipientReports(database);
    this.numbers = new TypeOrmRecipientNumbers(database);
  }

  /** A list of `count` recipients, named and numbered by their row. Returns their ids. */
  async addRecipients(importId: string, count: number): Promise<number[]> {
    return this.database.run(async () => {
      for (let row = 1; row <= count; row++) {
        await this.database.manager.query(
          'INSERT INTO recipients (import_id, row_no, phone, name, variables) VALUES (?, ?, ?, ?, ?)',
          [importId, row, `+62812${String(row).padStart(8, '0')}`, `Pasien ${row}`, '{}'],
        );
      }
      const rows = await this.database.manager.query<{ id: number }[]>(
        'SELECT id FROM recipients WHERE import_id = ? ORDER BY id',
        [importId],
      );
      return rows.map(({ id }) => id);
    });
  }

  /** A list and the run that sends to it. Returns the ids of its recipients. */
  async addRun(given: Partial<NewRun> = {}): Promise<number[]> {
    const run = someRun(given);
    const ids = await this.addRecipients(run.importId, run.total);
    await this.database.run(() => this.runs.add(run));
    return ids;
  }

  /** Takes the lane of the run's device, at the beginning, for two minutes. */
  async takeLane(holder = 'proses-1', deviceId = someRun().deviceId): Promise<Lease> {
    const lease = await this.database.run(() =>
      this.leases.take(deviceId, holder, BEGINNING, BEGINNING + 120_000),
    );
    if (!lease) throw new Error('The lane is taken');
    return lease;
  }

  /** The device is held by this worker from now on, whoever had it. */
  async holdDevice(deviceId: string, worker: string): Promise<void> {
    await this.database.run(async () => {
      const { manager } = this.database;
      await manager.query('DELETE FROM device_holds WHERE device_id = ?', [deviceId]);
      await manager.query(
        'INSERT INTO device_holds (device_id, worker, expires_at) VALUES (?, ?, 0)',
        [deviceId, worker],
      );
    });
  }

  /** Puts a number on the do-not-contact list, by its fingerprint. In the caller's unit of work. */
  async listNumber(fingerprint: string, removedAt: number | null = null): Promise<void> {
    await this.database.manager.query(
      `INSERT INTO do_not_contact (id, fingerprint, hint, reason, at, removed_at)
       VALUES (?, ?, ?, 'added', ?, ?)`,
      [fingerprint, fingerprint, '+62 ••• 0001', BEGINNING, removedAt],
    );
  }

  /** Ends a flight. In the caller's unit of work. */
  async land(
    flight: Flight,
    to: AttemptOutcome,
    reason: string | null = null,
    at = BEGINNING,
  ): Promise<boolean> {
    return this.ledger.land(flight, { to, reason, at }, { outcome: to, reason, at });
  }

  /** States of the recipients of a list, in its order. */
  async states(importId = someRun().importId): Promise<RecipientState[]> {
    return this.database.run(async () => {
      const views = await this.reports.after(importId, 0, 10_000);
      return views.map(({ state }) => state);
    });
  }
}
