import { Injectable } from '@nestjs/common';
import { In, IsNull, QueryFailedError } from 'typeorm';
import type { SessionState } from '#contracts/device.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { inScope } from '../../../../platform/kernel/device-scope.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import { DeviceRepository } from '../../application/ports/device-repository.js';
import type { StateCount } from '../../application/ports/device-repository.js';
import type { Device, Session } from '../../domain/device.js';
import { DeviceRow } from './device.row.js';

/** What the drivers call a second row with the same unique key. */
const DUPLICATE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY']);

/** Devices in the table `devices`. */
@Injectable()
export class TypeOrmDeviceRepository extends DeviceRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(device: Device): Promise<boolean> {
    try {
      await this.rows.insert({ ...device, activePhone: device.phone });
      return true;
    } catch (error) {
      // The failed statement alone is undone, so the unit may go on. An id is never given twice.
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async findById(id: string, scope: DeviceScope): Promise<Device | null> {
    if (!inScope(scope, id)) return null;
    const row = await this.rows.findOneBy({ id });
    return row && deviceOf(row);
  }

  async findByIds(ids: readonly string[]): Promise<Device[]> {
    return (await this.rows.findBy({ id: In(ids) })).map(deviceOf);
  }

  async findByPhone(phone: string): Promise<Device | null> {
    const row = await this.rows.findOneBy({ activePhone: phone });
    return row && deviceOf(row);
  }

  async listActive(scope: DeviceScope): Promise<Device[]> {
    const rows = await this.rows.find({
      where: { removedAt: IsNull(), ...among(scope) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return rows.map(deviceOf);
  }

  async countStates(): Promise<StateCount[]> {
    const rows = await this.database.manager.query<
      (Omit<StateCount, 'devices'> & { devices: unknown })[]
    >(
      `SELECT engine, state, COUNT(*) AS devices FROM devices
       WHERE removed_at IS NULL GROUP BY engine, state`,
    );
    return rows.map(({ engine, state, devices }) => ({ engine, state, devices: Number(devices) }));
  }

  async changeSession(id: string, from: SessionState, session: Session): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE devices SET state = ?, reason = ?, state_since = ?, linked_at = ?
       WHERE id = ? AND state = ? AND removed_at IS NULL`,
      [session.state, session.reason, session.stateSince, session.linkedAt, id, from],
    );
  }

  async remove(id: string, at: number): Promise<boolean> {
    return this.database.compareAndSet(
      `UPDATE devices SET removed_at = ?, active_phone = NULL
       WHERE id = ? AND state = 'unlinked' AND removed_at IS NULL`,
      [at, id],
    );
  }

  private get rows() {
    return this.database.manager.getRepository(DeviceRow);
  }
}

const among = (scope: DeviceScope) => (scope === 'all' ? {} : { id: In([...scope]) });

function isDuplicate(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return DUPLICATE.has((error.driverError as { code?: string }).code ?? '');
}

const deviceOf = ({ activePhone: _, ...device }: DeviceRow): Device => device;
