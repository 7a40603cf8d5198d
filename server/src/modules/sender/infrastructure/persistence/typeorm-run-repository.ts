import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PauseReason } from '#contracts/run-texts.js';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import { RunRepository } from '../../application/ports/run-repository.js';
import type {
  NewRun,
  QueuedRun,
  Run,
  StateChange,
  Workload,
} from '../../application/ports/run-repository.js';
import { allPending } from '../../domain/counters.js';
import { RunRow } from './run.row.js';

/** Runs in the database. */
@Injectable()
export class TypeOrmRunRepository extends RunRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(run: NewRun): Promise<boolean> {
    const row = {
      ...run,
      ...allPending(run.total - run.skipped),
      skipped: run.skipped,
      state: 'sending',
      pauseReason: null,
      finishedAt: null,
    } as const satisfies RunRow;
    try {
      await this.database.manager.insert(RunRow, row);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async latest(broadcastId: string): Promise<Run | null> {
    return this.one(broadcastId, 'all', 'pessimistic_read');
  }

  async hold(broadcastId: string, scope: DeviceScope): Promise<Run | null> {
    return this.one(broadcastId, scope, 'pessimistic_write');
  }

  async find(broadcastIds: readonly string[], scope: DeviceScope): Promise<Run[]> {
    const rows = await this.database.manager.findBy(RunRow, {
      broadcastId: In([...broadcastIds]),
      ...onDevices(scope),
    });
    return rows.map(runOf);
  }

  async change(broadcastId: string, change: StateChange): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE runs SET state = ?, pause_reason = ?, finished_at = ?
       WHERE broadcast_id = ? AND state = ?`,
      [change.to, change.pauseReason, change.finishedAt, broadcastId, change.from],
    );
  }

  async finishIfDone(broadcastId: string, at: number): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE runs SET state = 'finished', pause_reason = NULL, finished_at = ?
       WHERE broadcast_id = ? AND state IN ('sending', 'paused') AND n_pending = 0 AND n_sending = 0`,
      [at, broadcastId],
    );
  }

  async activeOf(deviceId: string): Promise<Run[]> {
    const rows = await this.database.manager.find(RunRow, {
      where: { deviceId, state: In(['sending', 'paused']) },
      order: { startedAt: 'ASC', broadcastId: 'ASC' },
    });
    return rows.map(runOf);
  }

  async queuesOf(deviceIds: readonly string[]): Promise<QueuedRun[]> {
    const rows = await this.database.manager.find(RunRow, {
      where: { deviceId: In([...deviceIds]), state: 'sending' },
      order: { startedAt: 'ASC', broadcastId: 'ASC' },
      select: { broadcastId: true, deviceId: true, pending: true, sending: true },
    });
    return rows.map(({ broadcastId, deviceId, pending, sending }) => ({
      broadcastId,
      deviceId,
      remaining: pending + sending,
    }));
  }

  async activeDevices(): Promise<string[]> {
    return this.devicesWhere("state IN ('sending', 'paused')");
  }

  async devicesWithWork(): Promise<string[]> {
    return this.devicesWhere("state = 'sending' OR n_sending > 0");
  }

  async workload(now: number): Promise<Workload> {
    const { manager } = this.database;
    const rows = await manager.query<Record<'state' | 'runs' | 'waiting' | 'flying', string>[]>(
      `SELECT state, COUNT(*) AS runs, SUM(n_pending) AS waiting, SUM(n_sending) AS flying FROM runs
       WHERE state IN ('sending', 'paused') OR n_sending > 0 GROUP BY state`,
    );
    const [due] = await manager.query<{ devices: string }[]>(
      `SELECT COUNT(DISTINCT runs.device_id) AS devices FROM runs
       LEFT JOIN lanes ON lanes.device_id = runs.device_id
       WHERE runs.state = 'sending' AND runs.n_pending > 0
         AND (lanes.next_handover_at IS NULL OR lanes.next_handover_at <= ?)`,
      [now],
    );
    const of = (state: 'sending' | 'paused', what: 'runs' | 'waiting'): number =>
      Number(rows.find((row) => row.state === state)?.[what] ?? 0);
    return {
      runs: { sending: of('sending', 'runs'), paused: of('paused', 'runs') },
      waiting: { sending: of('sending', 'waiting'), paused: of('paused', 'waiting') },
      inFlight: rows.reduce((sum, { flying }) => sum + Number(flying), 0),
      due: Number(due?.devices ?? 0),
    };
  }

  async halfCancelled(): Promise<string[]> {
    const rows = await this.database.manager.query<{ broadcast_id: string }[]>(
      `SELECT broadcast_id FROM runs WHERE state = 'cancelled' AND n_pending > 0`,
    );
    return rows.map((row) => row.broadcast_id);
  }

  async purge(broadcastId: string): Promise<string | null> {
    const run = await this.hold(broadcastId, 'all');
    if (!run) return null;
    await this.database.compareAndSet(
      "UPDATE runs SET text = '', attachment_id = NULL WHERE broadcast_id = ?",
      [broadcastId],
    );
    return run.attachmentId;
  }

  async remove(broadcastId: string): Promise<void> {
    await this.database.manager.delete(RunRow, { broadcastId });
  }

  private async devicesWhere(condition: string): Promise<string[]> {
    const rows = await this.database.manager.query<{ device_id: string }[]>(
      `SELECT DISTINCT device_id FROM runs WHERE ${condition}`,
    );
    return rows.map((row) => row.device_id);
  }

  /** SQLite has no row locks and needs none: units run one at a time there. */
  private async one(
    broadcastId: string,
    scope: DeviceScope,
    mode: 'pessimistic_read' | 'pessimistic_write',
  ): Promise<Run | null> {
    const row = await this.database.manager.findOne(RunRow, {
      where: { broadcastId, ...onDevices(scope) },
      ...(!this.database.isSqlite && { lock: { mode } }),
    });
    return row && runOf(row);
  }
}

const onDevices = (scope: DeviceScope) => (scope === 'all' ? {} : { deviceId: In([...scope]) });

function runOf(row: RunRow): Run {
  const { pending, sending, sent, delivered, read, failed, skipped, unknown, cancelled } = row;
  return {
    broadcastId: row.broadcastId,
    importId: row.importId,
    deviceId: row.deviceId,
    state: row.state,
    pauseReason: row.pauseReason as PauseReason | null,
    text: row.text,
    attachmentId: row.attachmentId,
    attachmentSha256: row.attachmentSha256,
    idempotencyKey: row.idempotencyKey,
    startedBy: row.startedBy,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    total: row.total,
    counts: { pending, sending, sent, delivered, read, failed, skipped, unknown, cancelled },
  };
}
