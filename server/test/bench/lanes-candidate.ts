import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Attachments } from '../../src/modules/attachment/index.js';
import { AuditLog } from '../../src/modules/audit/index.js';
import { DeviceDirectory, DeviceHolders, GatewayRegistry } from '../../src/modules/device/index.js';
import { DeviceRepository } from '../../src/modules/device/application/ports/device-repository.js';
import { StoredDeviceDirectory } from '../../src/modules/device/application/stored-device-directory.js';
import { TypeOrmDeviceRepository } from '../../src/modules/device/infrastructure/persistence/typeorm-device-repository.js';
import { DO_NOT_CONTACT_PARTS } from '../../src/modules/do-not-contact/testing/do-not-contact-parts.js';
import { RunStateChanged, Runs } from '../../src/modules/sender/index.js';
import { SENDER_PROVIDERS } from '../../src/modules/sender/sender.providers.js';
import { ListedAttachments } from '../../src/modules/sender/testing/listed-attachments.js';
import { ErrorLog, WrittenBook } from '../../src/modules/sender/testing/recorders.js';
import { ALL_HERE } from '../../src/modules/sender/testing/sender-house.js';
import { CONFIG } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { UntilStored } from '../../src/platform/database/until-stored.js';
import { EventBus } from '../../src/platform/events/event-bus.js';
import { LiveHub } from '../../src/platform/events/live-hub.js';
import { Clock, SystemClock } from '../../src/platform/kernel/clock.js';
import { Ids, UuidIds } from '../../src/platform/kernel/ids.js';
import { Log } from '../../src/platform/logging/log.js';
import { Metrics, NoMetrics } from '../../src/platform/metrics/metrics.js';
import { IdleGateway } from './idle-gateway.js';
import type { BenchDatabase } from './lanes-database.js';
import { broadcastIdOf, deviceIdOf, importIdOf } from './lanes-ids.js';

const ACTOR = {
  id: deviceIdOf(999),
  name: 'bench',
  permissions: new Set<never>(),
  devices: 'all' as const,
};
const NO_GAP = { min: 0, max: 0 };

/** Holds the providers of the sender without its routes. */
@Module({})
class BenchModule {}

/** The sender as the product wires it, from Kirim to the end of every run, with an engine that does nothing. */
export class LanesCandidate {
  private serial = 0;
  private perLane = 0;

  private constructor(
    private readonly database: BenchDatabase,
    private readonly lanes: number,
    private readonly app: INestApplicationContext,
  ) {}

  /** @param lanes devices that send at the same time */
  static async open(database: BenchDatabase, lanes: number): Promise<LanesCandidate> {
    const { opened } = database;
    await addDevices(opened.database, lanes);
    const config = {
      pace: { practice: NO_GAP, 'whatsapp-web': NO_GAP },
      role: 'all',
      database: { kind: 'sqlite' },
      dataDir: database.folder,
    };
    const app = await NestFactory.createApplicationContext(
      {
        module: BenchModule,
        providers: [
          ...SENDER_PROVIDERS,
          ...DO_NOT_CONTACT_PARTS,
          LiveHub,
          { provide: Attachments, useClass: ListedAttachments },
          { provide: AuditLog, useClass: WrittenBook },
          { provide: Clock, useClass: SystemClock },
          { provide: CONFIG, useValue: config },
          { provide: Database, useValue: opened.database },
          { provide: DeviceDirectory, useClass: StoredDeviceDirectory },
          { provide: DeviceRepository, useClass: TypeOrmDeviceRepository },
          { provide: DeviceHolders, useValue: ALL_HERE },
          { provide: EventBus, useValue: opened.events },
          { provide: GatewayRegistry, useValue: new GatewayRegistry([new IdleGateway()]) },
          { provide: Ids, useClass: UuidIds },
          { provide: Log, useClass: ErrorLog },
          { provide: Metrics, useClass: NoMetrics },
          { provide: UnitOfWork, useExisting: Database },
          UntilStored,
        ],
      },
      { logger: false, abortOnError: false },
    );
    return new LanesCandidate(database, lanes, app);
  }

  /** Writes the lists of the next round. */
  async prepare(messages: number): Promise<void> {
    this.serial += 1;
    this.perLane = messages / this.lanes;
    for (let lane = 0; lane < this.lanes; lane++) {
      await this.addList(importIdOf(this.serial + 1_000 * this.lanes, lane), this.perLane);
    }
  }

  /** Sends everything of the round. */
  async send(): Promise<void> {
    const finished = this.allFinished();
    for (let lane = 0; lane < this.lanes; lane++) await this.start(lane);
    await finished;
  }

  /** Fails when anything was sent twice or not at all, or went wrong on the way. */
  async close(): Promise<void> {
    const { database } = this.database.opened;
    await this.app.close();
    const errors = [...this.app.get<ErrorLog>(Log).errors];
    if (errors.length > 0) throw new Error(errors[0]);
    const [wrong] = await database.run(() =>
      database.manager.query<{ n: number }[]>(
        'SELECT COUNT(*) AS n FROM runs WHERE n_sent <> total',
      ),
    );
    if (Number(wrong?.n) > 0) throw new Error('Not every message was sent once');
  }

  private async start(lane: number): Promise<void> {
    const serial = this.serial + 1_000 * this.lanes;
    const order = {
      broadcastId: broadcastIdOf(serial, lane),
      importId: importIdOf(serial, lane),
      deviceId: deviceIdOf(lane),
      text: 'Halo {nama}, jadwal kontrol Anda besok pukul 09.00.',
      attachment: null,
      recipients: this.perLane,
      skipped: 0,
      idempotencyKey: 'bench',
    };
    await this.database.opened.database.run(() => this.app.get(Runs).start(order, ACTOR));
  }

  private allFinished(): Promise<void> {
    let left = this.lanes;
    return new Promise((resolve) => {
      this.app.get(EventBus).subscribe(RunStateChanged, ({ state }) => {
        if (state === 'finished' && (left -= 1) === 0) resolve();
      });
    });
  }

  private async addList(importId: string, count: number): Promise<void> {
    const { database } = this.database.opened;
    await database.run(async () => {
      for (let at = 0; at < count; at += 100) {
        const rows = Array.from({ length: Math.min(100, count - at) }, (_, row) => [
          importId,
          at + row,
          `+62812${String(at + row).padStart(8, '0')}`,
          `Pasien ${String(at + row)}`,
        ]);
        await database.manager.query(
          `INSERT INTO recipients (import_id, row_no, phone, name, variables)
           VALUES ${rows.map(() => "(?, ?, ?, ?, '{}')").join(', ')}`,
          rows.flat(),
        );
      }
    });
  }
}

async function addDevices(database: Database, count: number): Promise<void> {
  await database.run(async () => {
    await database.manager.query('DELETE FROM devices');
    for (let lane = 0; lane < count; lane++) {
      await database.manager.query(
        `INSERT INTO devices (id, name, phone, engine, state, state_since, linked_at, created_at, created_by)
         VALUES (?, ?, ?, 'practice', 'ready', 1, 1, 1, 'bench')`,
        [deviceIdOf(lane), `Poli ${String(lane)}`, `+62812${String(lane).padStart(8, '0')}`],
      );
    }
  });
}
