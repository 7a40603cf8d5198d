import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type {
  BroadcastFilter,
  BroadcastStatus,
  BroadcastSummary,
} from '#contracts/broadcast.contract.js';
import { LIKE_ESCAPE, containsPattern } from '../../../../platform/database/contains-pattern.js';
import { Database } from '../../../../platform/database/database.js';
import { ofDevices } from '../../../../platform/database/scope-condition.js';
import type { Onlooker } from '../../../../platform/kernel/actor.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import { BroadcastRepository } from '../../application/ports/broadcast-repository.js';
import type { BroadcastsPage } from '../../application/ports/broadcast-repository.js';
import type { Broadcast } from '../../domain/broadcast.js';
import { toBroadcast, toRow } from './broadcast-mapping.js';
import { BroadcastRow } from './broadcast.row.js';

/** Table of the sender's runs: joined by name alone, to filter by what sending makes of a broadcast. */
const RUNS = 'runs';

/** `BroadcastRepository` in the table `broadcasts`. */
@Injectable()
export class TypeormBroadcastRepository extends BroadcastRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(broadcast: Broadcast): Promise<void> {
    await this.database.manager.insert(BroadcastRow, toRow(broadcast));
  }

  async find(id: string, scope: DeviceScope): Promise<Broadcast | null> {
    const row = await this.database.manager.findOneBy(BroadcastRow, {
      id,
      ...(scope !== 'all' && { deviceId: In([...scope]) }),
    });
    return row ? toBroadcast(row) : null;
  }

  async findMany(ids: readonly string[]): Promise<Broadcast[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.manager.find(BroadcastRow, {
      where: { id: In(ids) },
      order: { id: 'DESC' },
    });
    return rows.map(toBroadcast);
  }

  async hold(id: string, scope: DeviceScope): Promise<Broadcast | null> {
    const query = this.database.manager
      .createQueryBuilder(BroadcastRow, 'b')
      .where('b.id = :id', { id });
    whereDevice(query, scope);
    // The embedded database runs one unit at a time and knows no lock of a row.
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    const row = await query.getOne();
    return row ? toBroadcast(row) : null;
  }

  async replace(before: Broadcast, after: Broadcast): Promise<boolean> {
    const row = toRow(after);
    return this.database.compareAndSet(
      `UPDATE broadcasts SET title = ?, text = ?, attachment_id = ?, device_id = ?,
         recipient_import_id = ?, revision = ?, confirmed_by_id = ?, confirmed_by = ?, confirmed_at = ?, confirmed_hash = ?,
         unconfirmed_by = ?, unconfirmed_at = ?, editors = ?, updated_at = ?
       WHERE id = ? AND revision = ? AND COALESCE(confirmed_hash, '') = ?`,
      [
        row.title,
        row.text,
        row.attachmentId,
        row.deviceId,
        row.recipientImportId,
        row.revision,
        row.confirmedById,
        row.confirmedBy,
        row.confirmedAt,
        row.confirmedHash,
        row.unconfirmedBy,
        row.unconfirmedAt,
        row.editors && JSON.stringify(row.editors),
        row.updatedAt,
        before.id,
        before.revision,
        before.confirmation?.hash ?? '',
      ],
    );
  }

  async nextToPurge(before: number): Promise<Broadcast | null> {
    const [due] = await this.database.manager.query<{ id: string }[]>(
      `SELECT b.id AS id FROM broadcasts b JOIN ${RUNS} r ON r.broadcast_id = b.id
       WHERE b.purged_at IS NULL AND r.state IN ('finished', 'cancelled') AND r.finished_at < ?
         AND r.n_pending = 0 AND r.n_sending = 0
       ORDER BY b.id LIMIT 1`,
      [before],
    );
    const id = due?.id ?? (await this.halfPurged());
    return id === null ? null : this.find(id, 'all');
  }

  async purge(id: string, at: number): Promise<void> {
    await this.database.compareAndSet(
      `UPDATE broadcasts SET text = '', attachment_id = NULL, purged_at = ?
       WHERE id = ? AND purged_at IS NULL`,
      [at, id],
    );
  }

  async remove(id: string): Promise<boolean> {
    return this.database.compareAndSet('DELETE FROM broadcasts WHERE id = ?', [id]);
  }

  /** One whose rows about people were not all deleted, since the process ended meanwhile. */
  private async halfPurged(): Promise<string | null> {
    const list = 'import_id = b.recipient_import_id';
    const [found] = await this.database.manager.query<{ id: string }[]>(
      `SELECT b.id AS id FROM broadcasts b
       WHERE b.purged_at IS NOT NULL
         AND (EXISTS (SELECT 1 FROM recipients WHERE ${list})
           OR EXISTS (SELECT 1 FROM recipient_import_issues WHERE ${list}))
       LIMIT 1`,
    );
    return found?.id ?? null;
  }

  async page(
    { cursor, limit, ...filter }: BroadcastFilter,
    { id: personId, devices }: Onlooker,
  ): Promise<BroadcastsPage> {
    const query = this.database.manager
      .createQueryBuilder(BroadcastRow, 'b')
      // Ids are UUIDs of version 7: they sort by age.
      .orderBy('b.id', 'DESC')
      .limit(limit + 1);
    whereDevice(query, devices);
    if (cursor !== undefined) query.andWhere('b.id < :cursor', { cursor });
    if (filter.deviceId) query.andWhere('b.deviceId = :deviceId', { deviceId: filter.deviceId });
    if (filter.search) {
      query.andWhere(
        `(LOWER(b.title) LIKE LOWER(:search) ${LIKE_ESCAPE}
          OR LOWER(b.text) LIKE LOWER(:search) ${LIKE_ESCAPE})`,
        { search: containsPattern(filter.search) },
      );
    }
    if (filter.status ?? filter.awaiting) query.leftJoin(RUNS, 'r', 'r.broadcast_id = b.id');
    if (filter.status) whereStatus(query, filter.status);
    if (filter.awaiting) whereAwaiting(query, personId);
    const rows = await query.getMany();
    const items = rows.slice(0, limit).map(toBroadcast);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async summary(scope: DeviceScope): Promise<BroadcastSummary> {
    const device = ofDevices('b.device_id', scope);
    const groups = await this.database.manager.query<
      { run: string | null; confirmed: unknown; broadcasts: unknown }[]
    >(
      `SELECT r.state AS run, b.confirmed_at IS NOT NULL AS confirmed, COUNT(*) AS broadcasts
       FROM broadcasts b LEFT JOIN ${RUNS} r ON r.broadcast_id = b.id
       WHERE ${device.sql}
       GROUP BY r.state, b.confirmed_at IS NOT NULL`,
      [...device.parameters],
    );
    const summary = { sending: 0, paused: 0, confirmed: 0, drafts: 0, total: 0 };
    for (const { run, confirmed, broadcasts } of groups) {
      // Drivers hand counts over as numbers or as texts.
      const count = Number(broadcasts);
      summary.total += count;
      if (run === 'sending' || run === 'paused') summary[run] += count;
      else if (run === null) summary[Number(confirmed) === 1 ? 'confirmed' : 'drafts'] += count;
    }
    return summary;
  }
}

function whereDevice(query: SelectQueryBuilder<BroadcastRow>, scope: DeviceScope): void {
  if (scope === 'all') return;
  if (scope.length === 0) query.andWhere('1 = 0');
  else query.andWhere('b.deviceId IN (:...scope)', { scope });
}

function whereStatus(query: SelectQueryBuilder<BroadcastRow>, status: BroadcastStatus): void {
  switch (status) {
    case 'draft':
      query.andWhere('r.broadcast_id IS NULL AND b.confirmed_at IS NULL');
      break;
    case 'confirmed':
      query.andWhere('r.broadcast_id IS NULL AND b.confirmed_at IS NOT NULL');
      break;
    default:
      query.andWhere('r.state = :status', { status });
  }
}

/** Drafts that this person neither made nor changed last. */
function whereAwaiting(query: SelectQueryBuilder<BroadcastRow>, personId: string): void {
  query
    .andWhere('r.broadcast_id IS NULL AND b.confirmed_at IS NULL')
    .andWhere('b.createdById <> :personId', { personId })
    // Ids are UUIDs: one that stands in the JSON is that of an editor.
    .andWhere('b.editors NOT LIKE :editor', { editor: `%"${personId}"%` });
}
