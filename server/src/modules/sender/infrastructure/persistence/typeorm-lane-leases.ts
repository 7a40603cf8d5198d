import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { LaneLeases } from '../../application/ports/lane-leases.js';
import type { Lease } from '../../application/ports/lane-leases.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';

/** Lanes in the database: one row a device. */
@Injectable()
export class TypeOrmLaneLeases extends LaneLeases {
  constructor(private readonly database: Database) {
    super();
  }

  async take(
    deviceId: string,
    holder: string,
    now: number,
    expiresAt: number,
  ): Promise<Lease | null> {
    await this.ensure(deviceId);
    const taken = await this.database.compareAndSet(
      `UPDATE lanes SET epoch = epoch + 1, holder = ?, expires_at = ?
       WHERE device_id = ? AND (holder IS NULL OR holder = ? OR expires_at <= ?)`,
      [holder, expiresAt, deviceId, holder, now],
    );
    return taken ? this.taken(deviceId, holder) : null;
  }

  async seize(deviceId: string, holder: string, expiresAt: number): Promise<Lease> {
    await this.ensure(deviceId);
    await this.database.compareAndSet(
      'UPDATE lanes SET epoch = epoch + 1, holder = ?, expires_at = ? WHERE device_id = ?',
      [holder, expiresAt, deviceId],
    );
    return this.taken(deviceId, holder);
  }

  async renew({ deviceId, holder, epoch }: Lease, expiresAt: number): Promise<boolean> {
    return this.database.compareAndSet(
      'UPDATE lanes SET expires_at = ? WHERE device_id = ? AND holder = ? AND epoch = ?',
      [expiresAt, deviceId, holder, epoch],
    );
  }

  async release({ deviceId, holder, epoch }: Lease): Promise<void> {
    await this.database.compareAndSet(
      `UPDATE lanes SET holder = NULL, expires_at = NULL
       WHERE device_id = ? AND holder = ? AND epoch = ?`,
      [deviceId, holder, epoch],
    );
  }

  async releaseAll(): Promise<void> {
    await this.database.affectedBy('UPDATE lanes SET holder = NULL, expires_at = NULL', []);
  }

  async nextHandovers(deviceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (deviceIds.length === 0) return new Map();
    const rows = await this.database.manager.query<
      { device_id: string; next_handover_at: number | string }[]
    >(
      `SELECT device_id, next_handover_at FROM lanes
       WHERE device_id IN (${deviceIds.map(() => '?').join(', ')})`,
      [...deviceIds],
    );
    return new Map(rows.map((row) => [row.device_id, Number(row.next_handover_at)]));
  }

  async takePlace(
    deviceId: string,
    now: number,
    nextHandoverAt: number,
    maxGap: number,
  ): Promise<boolean> {
    await this.ensure(deviceId);
    return this.database.compareAndSet(
      `UPDATE lanes SET next_handover_at = ?
       WHERE device_id = ? AND (next_handover_at <= ? OR next_handover_at > ?)`,
      [nextHandoverAt, deviceId, now, now + maxGap],
    );
  }

  private async taken(deviceId: string, holder: string): Promise<Lease> {
    const [row] = await this.database.manager.query<
      { epoch: number; next_handover_at: number | string }[]
    >('SELECT epoch, next_handover_at FROM lanes WHERE device_id = ?', [deviceId]);
    if (!row) throw new Error('A lane vanished while it was taken');
    return { deviceId, holder, epoch: row.epoch, nextHandoverAt: Number(row.next_handover_at) };
  }

  private async ensure(deviceId: string): Promise<void> {
    const found = await this.database.manager.query<unknown[]>(
      'SELECT epoch FROM lanes WHERE device_id = ?',
      [deviceId],
    );
    if (found.length > 0) return;
    try {
      await this.database.manager.query(
        'INSERT INTO lanes (device_id, epoch, next_handover_at) VALUES (?, 0, 0)',
        [deviceId],
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
