import { Injectable } from '@nestjs/common';
import type { DeviceHolder } from '#contracts/device.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { DeviceHolds } from '../../application/ports/device-holds.js';
import type { HeldDevice, WorkerLoad } from '../../application/ports/device-holds.js';

/** Holds in the tables `device_holds` and `workers`. */
@Injectable()
export class TypeOrmDeviceHolds extends DeviceHolds {
  /** The database's time in milliseconds since the epoch. */
  private readonly now: string;

  constructor(private readonly database: Database) {
    super();
    this.now = database.isSqlite
      ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
      : 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)';
  }

  async take(deviceId: string, worker: string, lasts: number): Promise<boolean> {
    const taken = await this.database.compareAndSet(
      `UPDATE device_holds SET worker = ?, expires_at = ${this.now} + ?
       WHERE device_id = ? AND (worker = ? OR expires_at <= ${this.now})`,
      [worker, lasts, deviceId, worker],
    );
    if (taken) return true;
    // Whoever inserts second changes nothing, and learns it from the row that is there.
    await this.database.affectedBy(
      this.database.isSqlite
        ? `INSERT INTO device_holds (device_id, worker, expires_at) VALUES (?, ?, ${this.now} + ?)
           ON CONFLICT (device_id) DO NOTHING`
        : `INSERT IGNORE INTO device_holds (device_id, worker, expires_at)
           VALUES (?, ?, ${this.now} + ?)`,
      [deviceId, worker, lasts],
    );
    return (await this.holderOf(deviceId)) === worker;
  }

  async renew(worker: string, lasts: number): Promise<HeldDevice[]> {
    await this.database.affectedBy(
      this.database.isSqlite
        ? `INSERT INTO workers (name, expires_at) VALUES (?, ${this.now} + ?)
           ON CONFLICT (name) DO UPDATE SET expires_at = excluded.expires_at`
        : `INSERT INTO workers (name, expires_at) VALUES (?, ${this.now} + ?)
           ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)`,
      [worker, lasts],
    );
    await this.database.affectedBy(
      `UPDATE device_holds SET expires_at = ${this.now} + ? WHERE worker = ?`,
      [lasts, worker],
    );
    const rows = await this.database.manager.query<{ device_id: string; linked: unknown }[]>(
      `SELECT device_holds.device_id, devices.linked_at AS linked FROM device_holds
       LEFT JOIN devices ON devices.id = device_holds.device_id AND devices.removed_at IS NULL
       WHERE device_holds.worker = ?`,
      [worker],
    );
    return rows.map(({ device_id, linked }) => ({
      deviceId: device_id,
      isLinked: linked !== null,
    }));
  }

  async assign(deviceId: string, lasts: number): Promise<string | null> {
    // One after the other, and before anything is read: whoever asks at the same moment has to see what
    // was just given away.
    if (!this.database.isSqlite) {
      await this.database.manager.query('SELECT name FROM workers FOR UPDATE');
    }
    const holder = await this.holderOf(deviceId);
    const [least] = holder === null ? await this.workers() : [];
    if (!least) return holder;
    return (await this.take(deviceId, least.worker, lasts))
      ? least.worker
      : this.holderOf(deviceId);
  }

  async isLinked(deviceId: string): Promise<boolean> {
    const rows = await this.database.manager.query<unknown[]>(
      'SELECT id FROM devices WHERE id = ? AND removed_at IS NULL AND linked_at IS NOT NULL',
      [deviceId],
    );
    return rows.length > 0;
  }

  async abandoned(since: number): Promise<string[]> {
    const rows = await this.database.manager.query<{ id: string }[]>(
      `SELECT devices.id FROM devices
       LEFT JOIN device_holds ON device_holds.device_id = devices.id
         AND device_holds.expires_at > ${this.now}
       WHERE devices.removed_at IS NULL AND devices.linked_at IS NULL
         AND devices.state IN ('preparing', 'waiting-for-scan', 'linking')
         AND devices.state_since < ${this.now} - ? AND device_holds.device_id IS NULL`,
      [since],
    );
    return rows.map(({ id }) => id);
  }

  async release(deviceId: string, worker: string): Promise<void> {
    await this.database.affectedBy('DELETE FROM device_holds WHERE device_id = ? AND worker = ?', [
      deviceId,
      worker,
    ]);
  }

  async leave(worker: string): Promise<void> {
    await this.database.affectedBy('DELETE FROM device_holds WHERE worker = ?', [worker]);
    await this.database.affectedBy('DELETE FROM workers WHERE name = ?', [worker]);
  }

  async forgetDead(since: number): Promise<void> {
    for (const table of ['device_holds', 'workers']) {
      await this.database.affectedBy(`DELETE FROM ${table} WHERE expires_at < ${this.now} - ?`, [
        since,
      ]);
    }
  }

  async idle(worker: string): Promise<string[]> {
    const rows = await this.database.manager.query<{ device_id: string }[]>(
      `SELECT device_holds.device_id FROM device_holds
       LEFT JOIN devices ON devices.id = device_holds.device_id AND devices.removed_at IS NULL
       WHERE device_holds.worker = ? AND (devices.id IS NULL OR (devices.linked_at IS NULL
         AND devices.state NOT IN ('preparing', 'waiting-for-scan', 'linking')))`,
      [worker],
    );
    return rows.map(({ device_id }) => device_id);
  }

  async lastHolderOf(deviceId: string): Promise<string | null> {
    const [row] = await this.database.manager.query<{ worker: string }[]>(
      'SELECT worker FROM device_holds WHERE device_id = ?',
      [deviceId],
    );
    return row?.worker ?? null;
  }

  async holderOf(deviceId: string): Promise<string | null> {
    const [row] = await this.database.manager.query<{ worker: string }[]>(
      `SELECT worker FROM device_holds WHERE device_id = ? AND expires_at > ${this.now}`,
      [deviceId],
    );
    return row?.worker ?? null;
  }

  async holders(): Promise<DeviceHolder[]> {
    const rows = await this.database.manager.query<{ device_id: string; worker: string }[]>(
      `SELECT device_id, worker FROM device_holds WHERE expires_at > ${this.now} ORDER BY device_id`,
    );
    return rows.map(({ device_id, worker }) => ({ deviceId: device_id, worker }));
  }

  async unheld(): Promise<string[]> {
    const rows = await this.database.manager.query<{ id: string }[]>(
      `SELECT devices.id FROM devices
       LEFT JOIN device_holds ON device_holds.device_id = devices.id
         AND device_holds.expires_at > ${this.now}
       WHERE devices.removed_at IS NULL AND devices.linked_at IS NOT NULL
         AND device_holds.device_id IS NULL
       ORDER BY devices.state_since, devices.id`,
    );
    return rows.map(({ id }) => id);
  }

  async workers(): Promise<WorkerLoad[]> {
    const rows = await this.database.manager.query<{ name: string; devices: number | string }[]>(
      `SELECT workers.name, COUNT(device_holds.device_id) AS devices FROM workers
       LEFT JOIN device_holds ON device_holds.worker = workers.name
         AND device_holds.expires_at > ${this.now}
       WHERE workers.expires_at > ${this.now}
       GROUP BY workers.name ORDER BY COUNT(device_holds.device_id), workers.name`,
    );
    return rows.map(({ name, devices }) => ({ worker: name, devices: Number(devices) }));
  }
}
