import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import type { LiveEvent } from '#contracts/live.contract.js';
import type { RunView } from '#contracts/broadcast.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { SendingSettings } from '../../../platform/config/sending-settings.js';
import { Database } from '../../../platform/database/database.js';
import { openSqlite } from '../../../platform/database/testing/test-database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { Ids, UuidIds } from '../../../platform/kernel/ids.js';
import { Log } from '../../../platform/logging/log.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import { RecordedMetrics } from '../../../platform/metrics/testing/recorded-metrics.js';
import { Attachments } from '../../attachment/index.js';
import { AuditLog } from '../../audit/index.js';
import { DeviceDirectory, DeviceHolders, GatewayRegistry } from '../../device/index.js';
import {
  DO_NOT_CONTACT_PARTS,
  DO_NOT_CONTACT_ROWS,
} from '../../do-not-contact/testing/do-not-contact-parts.js';
import { Chance } from '../application/ports/chance.js';
import { HandoverMarks } from '../application/ports/handover-marks.js';
import { LaneDriver } from '../application/ports/lanes.js';
import { NumberTallyRow } from '../infrastructure/persistence/number-tally.row.js';
import { RunRow } from '../infrastructure/persistence/run.row.js';
import { SafeModeAlarmRow } from '../infrastructure/persistence/safe-mode-alarm.row.js';
import { SENDER_PROVIDERS } from '../sender.providers.js';
import { auditLedger } from './ledger-audit.js';
import { KeptMarks } from './kept-marks.js';
import { ListedAttachments } from './listed-attachments.js';
import { ListedDevices } from './listed-devices.js';
import { ErrorLog, WrittenBook } from './recorders.js';
import { ScriptedGateway } from './scripted-gateway.js';
import { SenderTables, someRun } from './sender-tables.js';

/** Rows that a house needs in its database. */
export const SENDER_ROWS = [...DO_NOT_CONTACT_ROWS, NumberTallyRow, RunRow, SafeModeAlarmRow];

/** What a test of the whole sender wants to be otherwise. */
export interface HouseWishes {
  /** Seconds between two hand-overs; none by default. */
  readonly pace?: { readonly min: number; readonly max: number };
  /** Settings of a real number, whose device it then is; else a practice device without rules. */
  readonly sending?: SendingSettings;
  /** When it opens; `BEGINNING` by default. */
  readonly now?: number;
  /** A database that is open already; one in memory by default. */
  readonly opened?: TestDatabase;
  /** Marks that another house wrote. */
  readonly marks?: KeptMarks;
  /** An engine that another house has, too. */
  readonly gateway?: ScriptedGateway;
}

/** One process that works for every device. */
export const ALL_HERE: Pick<DeviceHolders, 'self' | 'has' | 'of' | 'take' | 'excludeOthers'> = {
  self: 'here',
  // Two of these on one database both believe to hold everything: so the lanes decide.
  excludeOthers: false,
  has: () => true,
  of: () => Promise.resolve('here'),
  take: () => Promise.resolve(true),
};

/** The person in whose name tests act. */
export const PAK_BUDI: Actor = {
  id: '00000000-0000-7000-8000-000000000802',
  name: 'Pak Budi',
  permissions: new Set(['recipients:numbers', 'recipients:resolve-unknown']),
  devices: 'all',
};

/** The sender as it is wired in the product, on a database of its own, with an engine that a test scripts. */
export class SenderHouse {
  readonly tables: SenderTables;
  readonly live: LiveEvent[] = [];
  /** Files that runs may send. */
  readonly attachments: ListedAttachments;

  private constructor(
    private readonly opened: TestDatabase,
    private readonly parts: TestingModule,
    readonly clock: FakeClock,
    readonly gateway: ScriptedGateway,
    readonly devices: ListedDevices,
    readonly book: WrittenBook,
    readonly log: ErrorLog,
  ) {
    this.attachments = this.get(Attachments) as ListedAttachments;
    this.tables = new SenderTables(opened.database);
    this.get(LiveHub).add({
      actor: { id: '', permissions: new Set(['broadcasts:read']), devices: 'all' },
      deliver: (event) => this.live.push(event),
    });
  }

  /** Opens a house in which the device of `someRun` is ready. Close it when done. */
  static async open(wishes: HouseWishes = {}): Promise<SenderHouse> {
    const engine = wishes.sending ? 'whatsapp-web' : 'practice';
    const { pace = { min: 0, max: 0 }, gateway = new ScriptedGateway(engine), sending } = wishes;
    const opened = wishes.opened ?? (await openSqlite(SENDER_ROWS));
    const [clock, devices] = [new FakeClock(wishes.now), new ListedDevices(engine)];
    const [book, log] = [new WrittenBook(), new ErrorLog()];
    devices.put(someRun().deviceId);
    const config = { pace: { practice: pace, 'whatsapp-web': pace }, sending, role: 'all' };
    const parts = await Test.createTestingModule({
      providers: [
        ...SENDER_PROVIDERS,
        ...DO_NOT_CONTACT_PARTS,
        LiveHub,
        { provide: Attachments, useClass: ListedAttachments },
        { provide: AuditLog, useValue: book },
        // The shortest gap, always: so that tests can foresee every moment.
        { provide: Chance, useValue: { draw: () => 0 } },
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: { ...config, database: { kind: 'sqlite' } } },
        { provide: Database, useValue: opened.database },
        { provide: DeviceDirectory, useValue: devices },
        { provide: DeviceHolders, useValue: ALL_HERE },
        { provide: EventBus, useValue: opened.events },
        { provide: GatewayRegistry, useValue: new GatewayRegistry([gateway]) },
        { provide: HandoverMarks, useValue: wishes.marks ?? new KeptMarks() },
        { provide: Ids, useClass: UuidIds },
        { provide: Log, useValue: log },
        { provide: Metrics, useClass: RecordedMetrics },
        { provide: UnitOfWork, useExisting: Database },
        UntilStored,
      ],
    }).compile();
    return new SenderHouse(opened, parts, clock, gateway, devices, book, log);
  }

  /** The part of the product that is provided as `type`. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.parts.get<T>(type);
  }

  /** Starts what a server starts: news is heard, lanes are woken. */
  async start(): Promise<void> {
    await this.parts.init();
  }

  get database(): Database {
    return this.opened.database;
  }

  get events(): EventBus {
    return this.opened.events;
  }

  /** One unit of work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.database.run(work);
  }

  /** Drives the lane of the device of `someRun` until it has nothing to do. */
  async drive(signal = new AbortController().signal): Promise<void> {
    await this.get(LaneDriver).drive(someRun().deviceId, signal);
  }

  /** State and counts of a run. */
  async runOf(broadcastId = someRun().broadcastId) {
    const run = await this.run(() => this.tables.runs.latest(broadcastId));
    if (!run) throw new Error('There is no such run');
    return run;
  }

  /**
   * Lets everything come to rest that waits for promises and the database alone, not for time: an embedded
   * one takes a turn of the event loop for each unit of work, one across a network some milliseconds.
   */
  async rest(): Promise<void> {
    const { isSqlite } = this.database;
    const round = (resolve: () => void) =>
      isSqlite ? setImmediate(resolve) : setTimeout(resolve, 5);
    for (let rounds = isSqlite ? 300 : 30; rounds > 0; rounds--) await new Promise<void>(round);
  }

  /** Moves time on, in steps small enough that whatever wakes can go to sleep again. */
  async pass(milliseconds: number, step = 100): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      await this.clock.advance(step);
      await this.rest();
    }
  }

  /** News of runs that live streams were told, in order. */
  get told(): RunView[] {
    return this.live.flatMap((event) => (event.type === 'run-changed' ? [event.run] : []));
  }

  /** Ends the server, but not its database. */
  async end(): Promise<void> {
    const closing = this.parts.close();
    await this.rest();
    await closing;
  }

  /** Ends the house. Whatever the test did, the sums must be right. */
  async close(): Promise<void> {
    const breaches = await auditLedger(this.database);
    await this.end();
    await this.opened.close();
    if (breaches.length > 0) throw new Error(`The ledger is wrong: ${breaches.join('; ')}`);
    if (this.opened.eventErrors.length > 0) throw this.opened.eventErrors[0];
  }
}
