import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { ProcessBus } from '../../platform/bus/process-bus.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Log } from '../../platform/logging/log.js';
import { Ids } from '../../platform/kernel/ids.js';
import { AuditModule } from '../audit/index.js';
import { DeviceLinksController } from './api/device-links.controller.js';
import { DevicesController } from './api/devices.controller.js';
import { AddDevice } from './application/add-device.js';
import { DeviceDirectory } from './application/device-directory.js';
import { DeviceLifecycle } from './application/device-lifecycle.js';
import { SharedDeviceLifecycle } from './application/shared-device-lifecycle.js';
import { FindHolder } from './application/find-holder.js';
import { HoldDevices } from './application/hold-devices.js';
import { HoldHeartbeat } from './application/hold-heartbeat.js';
import { DeviceHolders } from './application/device-holders.js';
import { DeviceHolds } from './application/ports/device-holds.js';
import { SessionsHere } from './application/sessions-here.js';
import { TakeHold } from './application/take-hold.js';
import { TakeUpDevice } from './application/take-up-device.js';
import { EngineCalls } from './application/engine-calls.js';
import { EngineNews } from './application/engine-news.js';
import { GatewayRegistry } from './application/gateway-registry.js';
import { LinkChallenges } from './application/link-challenges.js';
import { ListDevices } from './application/list-devices.js';
import { LiveDeviceNews } from './application/live-device-news.js';
import { NewDevices } from './application/new-devices.js';
import type { WhatsappGateway } from './application/ports/whatsapp-gateway.js';
import { DeviceRepository } from './application/ports/device-repository.js';
import { PracticeTourDevice } from './application/practice-tour-device.js';
import { ReadDevice } from './application/read-device.js';
import { ReadLink } from './application/read-link.js';
import { ReadPhone } from './application/read-phone.js';
import { RecordSessionChange } from './application/record-session-change.js';
import { RestoreDevices } from './application/restore-devices.js';
import { SessionChanges } from './application/session-changes.js';
import { SessionGauges } from './application/session-gauges.js';
import { SimulateScan } from './application/simulate-scan.js';
import { StartLinking } from './application/start-linking.js';
import { StopLinking } from './application/stop-linking.js';
import { StoredDeviceDirectory } from './application/stored-device-directory.js';
import { UnlinkDevice } from './application/unlink-device.js';
import type { EngineParts } from './infrastructure/gateways/gateways.js';
import { gatewaysOf } from './infrastructure/gateways/gateways.js';
import { answerForDevices } from './infrastructure/gateways/routed/answer-for-devices.js';
import { RoutedGateway } from './infrastructure/gateways/routed/routed-gateway.js';
import { DeviceHoldRow } from './infrastructure/persistence/device-hold.row.js';
import { TypeOrmDeviceHolds } from './infrastructure/persistence/typeorm-device-holds.js';
import { WorkerRow } from './infrastructure/persistence/worker.row.js';
import { DeviceRow } from './infrastructure/persistence/device.row.js';
import { TypeOrmDeviceRepository } from './infrastructure/persistence/typeorm-device-repository.js';

/** Injection token of another program for the engine's host processes; tests run it from its source. */
export const HOST_PROGRAM = Symbol('HostProgram');

/** Injection token of the engines of this process, whichever devices it works for. */
const ENGINES = Symbol('Engines');

/** Injection token of what keeps this worker's holds alive. */
const HEART = Symbol('Heart');

/** Whether several processes may work for the same devices. */
const isShared = ({ database }: Config): boolean => database.kind === 'mysql';

function registryOf(
  config: Config,
  engines: readonly WhatsappGateway[],
  bus: ProcessBus,
  holder: FindHolder,
  hold: TakeHold,
): GatewayRegistry {
  const here = new GatewayRegistry(engines);
  if (!isShared(config)) return here;
  if (config.role !== 'web') {
    answerForDevices(bus, {
      engineOf: (kind) => here.of(kind),
      ensureHeld: (deviceId) => hold.ensure(deviceId),
    });
  }
  return new GatewayRegistry(engines.map((engine) => new RoutedGateway(engine, bus, holder)));
}

/** The heart of a worker that shares its devices with others; null where there is none. */
function heartOf(
  config: Config,
  holding: HoldDevices,
  bus: ProcessBus,
  clock: Clock,
  log: Log,
): HoldHeartbeat | null {
  return config.role === 'web' ? null : new HoldHeartbeat(holding, bus, clock, log);
}

function lifecycleOf(
  config: Config,
  restore: RestoreDevices,
  heart: HoldHeartbeat | null,
  gateways: GatewayRegistry,
  news: EngineNews,
  log: Log,
): DeviceLifecycle | SharedDeviceLifecycle {
  return isShared(config)
    ? new SharedDeviceLifecycle(heart, gateways, news)
    : new DeviceLifecycle(restore, gateways, news, log);
}

/** WA Connected: numbers, their sessions, and the engines that drive them. */
@Module({
  imports: [TypeOrmModule.forFeature([DeviceHoldRow, DeviceRow, WorkerRow]), AuditModule],
  controllers: [DevicesController, DeviceLinksController],
  providers: [
    AddDevice,
    DeviceHolders,
    FindHolder,
    HoldDevices,
    TakeHold,
    TakeUpDevice,
    EngineCalls,
    EngineNews,
    LinkChallenges,
    ListDevices,
    LiveDeviceNews,
    NewDevices,
    PracticeTourDevice,
    ReadDevice,
    ReadLink,
    ReadPhone,
    RecordSessionChange,
    RestoreDevices,
    SessionChanges,
    SessionGauges,
    SimulateScan,
    StartLinking,
    StopLinking,
    UnlinkDevice,
    { provide: DeviceDirectory, useClass: StoredDeviceDirectory },
    { provide: DeviceRepository, useClass: TypeOrmDeviceRepository },
    { provide: DeviceHolds, useClass: TypeOrmDeviceHolds },
    {
      provide: SessionsHere,
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) =>
        new SessionsHere(isShared(config) ? clock : null),
    },
    {
      provide: GatewayRegistry,
      inject: [CONFIG, ENGINES, ProcessBus, FindHolder, TakeHold],
      useFactory: registryOf,
    },
    {
      provide: ENGINES,
      inject: [CONFIG, Clock, Ids, EngineNews, Log, { token: HOST_PROGRAM, optional: true }],
      useFactory: (
        config: Config,
        clock: Clock,
        ids: Ids,
        events: EngineNews,
        log: Log,
        hostProgram: EngineParts['hostProgram'] = null,
      ) => gatewaysOf(config, { clock, ids, events, log, hostProgram }),
    },
    {
      provide: HEART,
      inject: [CONFIG, HoldDevices, ProcessBus, Clock, Log],
      useFactory: heartOf,
    },
    {
      provide: DeviceLifecycle,
      inject: [CONFIG, RestoreDevices, HEART, GatewayRegistry, EngineNews, Log],
      useFactory: lifecycleOf,
    },
  ],
  exports: [DeviceDirectory, DeviceHolders, GatewayRegistry, PracticeTourDevice],
})
export class DeviceModule {}
