import { createConnection, createPool } from 'mysql2/promise';
import type { Pool } from 'mysql2/promise';
import { WRONG_SUMS } from '../ledger-watch.js';
import type { WatchedRecipient } from '../ledger-watch.js';

/** A claim, by the device that made it. */
export interface WatchedClaim {
  readonly messageId: string;
  readonly deviceId: string;
  readonly epoch: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const SCHEMA = 'prima';
const RETRY_MS = 100;
const PATIENCE_MS = 120_000;

/**
 * The database of an installation, read from outside, past the lines that are troubled. While the server
 * is away, questions wait for it.
 */
export class SiteLedger {
  readonly schema = SCHEMA;

  private constructor(private readonly pool: Pool) {}

  /** Makes the empty database. */
  static async create(port: number): Promise<SiteLedger> {
    const server = `mysql://root@127.0.0.1:${String(port)}`;
    const admin = await createConnection(server);
    await admin.query(`CREATE DATABASE ${SCHEMA}`);
    await admin.end();
    return new SiteLedger(createPool({ uri: `${server}/${SCHEMA}`, connectionLimit: 2 }));
  }

  /** Names of all workers that were ever heard of and have not left. */
  async workers(): Promise<string[]> {
    const rows = await this.rows<{ name: string }>('SELECT name FROM workers');
    return rows.map(({ name }) => name);
  }

  /** Devices by the worker that holds them, whether it still lives or not. */
  async holds(): Promise<Map<string, string[]>> {
    const held = new Map<string, string[]>();
    const rows = await this.rows<{ worker: string; device_id: string }>(
      'SELECT worker, device_id FROM device_holds',
    );
    for (const { worker, device_id } of rows) {
      held.set(worker, [...(held.get(worker) ?? []), device_id]);
    }
    return held;
  }

  /** Lanes that somebody drives, or has not given back. */
  async drivenLanes(): Promise<string[]> {
    const rows = await this.rows<{ device_id: string }>(
      'SELECT device_id FROM lanes WHERE holder IS NOT NULL',
    );
    return rows.map(({ device_id }) => device_id);
  }

  /** How many messages of these devices are claimed and have no answer. */
  async inFlight(deviceIds: readonly string[]): Promise<number> {
    if (deviceIds.length === 0) return 0;
    const [row] = await this.rows<{ flights: number }>(
      `SELECT COUNT(*) AS flights FROM recipients
       JOIN runs ON runs.import_id = recipients.import_id
       WHERE recipients.state = 'sending' AND runs.device_id IN (?)`,
      [deviceIds],
    );
    return row?.flights ?? 0;
  }

  /** Recipients who do not wait any more. */
  async done(): Promise<number> {
    const [row] = await this.rows<{ done: string | null }>(
      'SELECT SUM(total - n_pending - n_sending) AS done FROM runs',
    );
    return Number(row?.done ?? 0);
  }

  /** Runs that are in this state. */
  async runsIn(state: string): Promise<string[]> {
    const rows = await this.rows<{ broadcast_id: string }>(
      'SELECT broadcast_id FROM runs WHERE state = ?',
      [state],
    );
    return rows.map(({ broadcast_id }) => broadcast_id);
  }

  /** Every claim that was ever made, in its order. */
  async claims(): Promise<WatchedClaim[]> {
    const rows = await this.rows<{
      message_id: string;
      device_id: string;
      epoch: number;
      claimed_at: number | string;
    }>(
      `SELECT attempts.message_id, runs.device_id, attempts.epoch, attempts.claimed_at
       FROM attempts JOIN runs ON runs.broadcast_id = attempts.broadcast_id
       ORDER BY attempts.claimed_at`,
    );
    return rows.map((row) => ({
      messageId: row.message_id,
      deviceId: row.device_id,
      epoch: row.epoch,
      at: Number(row.claimed_at),
    }));
  }

  /** Every recipient of every broadcast. */
  recipients(): Promise<WatchedRecipient[]> {
    return this.rows<WatchedRecipient>('SELECT phone, state, reason FROM recipients');
  }

  /** Runs whose counters are not what their recipients add up to. */
  async wrongSums(): Promise<number> {
    return (await this.rows(WRONG_SUMS)).length;
  }

  async close(): Promise<void> {
    await this.pool.end().catch(() => undefined);
  }

  private async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const [rows] = await this.pool.query(sql, parameters);
        return rows as R[];
      } catch (error) {
        if (!isAbsence(error) || Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}

/** The server is away, is saying goodbye or is still starting: no fault of the statement. */
function isAbsence(error: unknown): boolean {
  const { code = '', sqlState } = error as { code?: string; sqlState?: string };
  return sqlState === undefined || ['ER_SERVER_SHUTDOWN', 'ER_CONNECTION_KILLED'].includes(code);
}
