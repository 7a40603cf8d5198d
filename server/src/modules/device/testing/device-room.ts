import type { LiveEvent } from '#contracts/live.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { openSqlite } from '../../../platform/database/testing/test-database.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import { SingleProcess } from '../../../platform/bus/single-process.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { UuidIds } from '../../../platform/kernel/ids.js';
import { Log } from '../../../platform/logging/log.js';
import { AuditLog } from '../../audit/index.js';
import type { AuditDeed } from '../../audit/index.js';
import { AddDevice } from '../application/add-device.js';
import {
  DeviceRemoved,
  DeviceStateChanged,
  OptOutReceived,
  ReceiptArrived,
} from '../application/device-events.js';
import { EngineCalls } from '../application/engine-calls.js';
import { EngineNews } from '../application/engine-news.js';
import { GatewayRegistry } from '../application/gateway-registry.js';
import { LinkChallenges } from '../application/link-challenges.js';
import { LiveDeviceNews } from '../application/live-device-news.js';
import { NewDevices } from '../application/new-devices.js';
import { ReadDevice } from '../application/read-device.js';
import { ReadLink } from '../application/read-link.js';
import { RecordSessionChange } from '../application/record-session-change.js';
import { SessionChanges } from '../application/session-changes.js';
import type { Device } from '../domain/device.js';
import { DeviceHoldRow } from '../infrastructure/persistence/device-hold.row.js';
import { DeviceRow } from '../infrastructure/persistence/device.row.js';
import { WorkerRow } from '../infrastructure/persistence/worker.row.js';
import { TypeOrmDeviceRepository } from '../infrastructure/persistence/typeorm-device-repository.js';
import { ScriptedGateway } from './scripted-gateway.js';

/** Whoever acts in the tests. */
export const IBU_SARI: Actor = {
  id: 'u1',
  name: 'Ibu Sari',
  permissions: new Set(),
  devices: 'all',
};

class RecordedAudit extends AuditLog {
  readonly entries: (AuditDeed & { readonly by: string })[] = [];

  record(actor: Pick<Actor, 'name'>, deed: AuditDeed): Promise<void> {
    this.entries.push({ ...deed, by: actor.name });
    return Promise.resolve();
  }
}

class CollectedErrors extends Log {
  readonly errors: unknown[] = [];

  debug(): void {}
  info(): void {}
  warn(): void {}

  error(_message: string, error: unknown): void {
    this.errors.push(error);
  }
}

/** The module's application layer on a real SQLite database, with an engine that a test scripts. */
export async function openDeviceRoom() {
  const { database: unit, events, close } = await openSqlite([DeviceHoldRow, DeviceRow, WorkerRow]);
  const clock = new FakeClock();
  const log = new CollectedErrors();
  const audit = new RecordedAudit();
  const live = new LiveHub();
  const practice = new ScriptedGateway('practice');
  const devices = new TypeOrmDeviceRepository(unit);
  const gateways = new GatewayRegistry([practice]);
  const holder = { find: (): Promise<string> => Promise.resolve('here') };
  const changes = new SessionChanges(unit, devices, events);
  const record = new RecordSessionChange(changes, audit, clock);
  const challenges = new LinkChallenges(live, clock, events, new SingleProcess());
  const readDevice = new ReadDevice(unit, devices);
  new LiveDeviceNews(live, events);
  /** Events that other modules hear. */
  const heard: object[] = [];
  for (const kind of [DeviceStateChanged, DeviceRemoved, OptOutReceived, ReceiptArrived]) {
    events.subscribe(kind, (event: object) => {
      heard.push(event);
    });
  }
  return {
    unit,
    events,
    clock,
    log,
    audit,
    practice,
    devices,
    gateways,
    holder,
    changes,
    challenges,
    readDevice,
    heard,
    close,
    engines: new EngineCalls(gateways, record, holder, log),
    news: new EngineNews(record, challenges, unit, devices, events, new UntilStored(clock, log)),
    readLink: new ReadLink(readDevice, challenges),
    addDevice: new AddDevice(
      new NewDevices(gateways, new UuidIds(), clock),
      unit,
      devices,
      audit,
      events,
    ),
    /** What somebody with that permission sees on the live stream from now on. */
    watch: (permission: Permission): LiveEvent[] => {
      const seen: LiveEvent[] = [];
      live.add({
        actor: { id: '', permissions: new Set([permission]), devices: 'all' },
        deliver: (event) => seen.push(event),
      });
      return seen;
    },
    /** Stores a device as it is. */
    has: (device: Device): Promise<boolean> => unit.run(() => devices.add(device)),
    /** The device as it is stored now. */
    stored: (id: string): Promise<Device | null> => unit.run(() => devices.findById(id, 'all')),
  };
}

/** See `openDeviceRoom`. */
export type DeviceRoom = Awaited<ReturnType<typeof openDeviceRoom>>;
