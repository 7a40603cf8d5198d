import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Ids } from '../../platform/kernel/ids.js';
import { Log } from '../../platform/logging/log.js';
import { AuditModule } from '../audit/index.js';
import { DeviceLinksController } from './api/device-links.controller.js';
import { DevicesController } from './api/devices.controller.js';
import { AddDevice } from './application/add-device.js';
import { DeviceDirectory } from './application/device-directory.js';
import { DeviceLifecycle } from './application/device-lifecycle.js';
import { EngineCalls } from './application/engine-calls.js';
import { EngineNews } from './application/engine-news.js';
import { GatewayRegistry } from './application/gateway-registry.js';
import { LinkChallenges } from './application/link-challenges.js';
import { ListDevices } from './application/list-devices.js';
import { LiveDeviceNews } from './application/live-device-news.js';
import { NewDevices } from './application/new-devices.js';
import { DeviceRepository } from './application/ports/device-repository.js';
import { PracticeTourDevice } from './application/practice-tour-device.js';
import { ReadDevice } from './application/read-device.js';
import { ReadLink } from './application/read-link.js';
import { ReadPhone } from './application/read-phone.js';
import { RecordSessionChange } from './application/record-session-change.js';
import { RestoreDevices } from './application/restore-devices.js';
import { SessionChanges } from './application/session-changes.js';
import { SimulateScan } from './application/simulate-scan.js';
import { StartLinking } from './application/start-linking.js';
import { StopLinking } from './application/stop-linking.js';
import { StoredDeviceDirectory } from './application/stored-device-directory.js';
import { UnlinkDevice } from './application/unlink-device.js';
import type { EngineParts } from './infrastructure/gateways/gateways.js';
import { gatewaysOf } from './infrastructure/gateways/gateways.js';
import { DeviceRow } from './infrastructure/persistence/device.row.js';
import { TypeOrmDeviceRepository } from './infrastructure/persistence/typeorm-device-repository.js';

/** Injection token of another program for the engine's host processes; tests run it from its source. */
export const HOST_PROGRAM = Symbol('HostProgram');

/** WA Connected: numbers, their sessions, and the engines that drive them. */
@Module({
  imports: [TypeOrmModule.forFeature([DeviceRow]), AuditModule],
  controllers: [DevicesController, DeviceLinksController],
  providers: [
    AddDevice,
    DeviceLifecycle,
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
    SimulateScan,
    StartLinking,
    StopLinking,
    UnlinkDevice,
    { provide: DeviceDirectory, useClass: StoredDeviceDirectory },
    { provide: DeviceRepository, useClass: TypeOrmDeviceRepository },
    {
      provide: GatewayRegistry,
      inject: [CONFIG, Clock, Ids, EngineNews, Log, { token: HOST_PROGRAM, optional: true }],
      useFactory: (
        config: Config,
        clock: Clock,
        ids: Ids,
        events: EngineNews,
        log: Log,
        hostProgram: EngineParts['hostProgram'] = null,
      ) => new GatewayRegistry(gatewaysOf(config, { clock, ids, events, log, hostProgram })),
    },
  ],
  exports: [DeviceDirectory, GatewayRegistry, PracticeTourDevice],
})
export class DeviceModule {}
