import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { LiveEvent } from '#contracts/live.contract.js';
import { readConfig } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { PinoLog } from '../../../platform/logging/log.js';
import { PlatformModule } from '../../../platform/platform.module.js';
import { AuditEntryRow } from '../../audit/infrastructure/persistence/audit-entry.row.js';
import { DeviceDirectory, DeviceModule, PracticeTourDevice } from '../../device/index.js';
import { ImportFreetext } from '../../recipient/application/import-freetext.js';
import { ImportJanitor } from '../../recipient/application/import-janitor.js';
import { recipientStorage } from '../../recipient/testing/recipient-storage.js';
import { Runs, SenderModule } from '../../sender/index.js';
import { RunRow } from '../../sender/infrastructure/persistence/run.row.js';
import { CreateBroadcast } from '../application/create-broadcast.js';
import { BroadcastModule } from '../broadcast.module.js';
import { FakeDevices } from './fake-devices.js';
import { FakeRuns } from './fake-runs.js';
import { someId } from './some-broadcast.js';

/** People at work. */
export const RINA = person(901, 'Ibu Rina');
export const BUDI = person(902, 'Pak Budi');

function person(number: number, name: string): Actor {
  return {
    id: someId(number),
    name,
    permissions: new Set(['broadcasts:edit', 'recipients:numbers']),
    devices: 'all',
  };
}

/** What a test of the broadcast module works with. */
export type BroadcastDesk = Awaited<ReturnType<typeof openBroadcastDesk>>;

/** The broadcast module on a database of its own, with real lists, and devices and sending that are played. */
export async function openBroadcastDesk() {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-broadcast-'));
  const [clock, devices, runs] = [new FakeClock(), new FakeDevices(), new FakeRuns()];
  const tour = { provide: () => Promise.resolve(devices.put(1)) };

  @Module({
    providers: [
      { provide: DeviceDirectory, useValue: devices },
      { provide: PracticeTourDevice, useValue: tour },
    ],
    exports: [DeviceDirectory, PracticeTourDevice],
  })
  class PlayedDevices {}

  @Module({
    imports: [TypeOrmModule.forFeature([RunRow])],
    providers: [{ provide: Runs, useValue: runs }],
    exports: [Runs],
  })
  class PlayedSender {}

  const log = new PinoLog('fatal');
  const config = readConfig({ DATA_DIR: dataDir });
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(config, log, clock), BroadcastModule],
  })
    .overrideModule(DeviceModule)
    .useModule(PlayedDevices)
    .overrideModule(SenderModule)
    .useModule(PlayedSender)
    .compile();
  await module.init();
  const database = module.get(Database);
  const heard: LiveEvent[] = [];
  module.get(LiveHub).add({
    actor: { id: '', permissions: new Set(['broadcasts:read']), devices: 'all' },
    deliver: (event) => heard.push(event),
  });
  devices.put(1);

  const freetext = async (text: string) =>
    (await module.get(ImportFreetext, { strict: false }).run(text, RINA)).id;
  return {
    ...recipientStorage(database),
    clock,
    database,
    devices,
    heard,
    runs,
    freetext,
    /** A use case or another part of the product. */
    get: module.get.bind(module),
    janitor: module.get(ImportJanitor, { strict: false }),
    /** A draft to two recipients, from device 1. */
    draft: async (given: { text?: string; list?: string } = {}): Promise<BroadcastView> =>
      module.get(CreateBroadcast).run(
        {
          title: 'Kontrol',
          text: given.text ?? 'Yth. {nama}, kontrol di {poli}.',
          attachmentId: null,
          deviceId: someId(1),
          recipientImportId: await freetext(given.list ?? TWO_PATIENTS),
        },
        RINA,
      ),
    /** What was written down: who did what to which broadcast. */
    audited: async (broadcastId: string) => {
      const entries = await database.run(() =>
        database.manager.find(AuditEntryRow, {
          where: { subjectId: broadcastId },
          order: { id: 'ASC' },
        }),
      );
      return entries.map(({ actor, action, details }) => ({ actor, action, details }));
    },
    close: async () => {
      await module.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Everybody has a name and a clinic. */
export const TWO_PATIENTS = [
  'nomor|nama|poli',
  '081200000001|Sari|Poli Anak',
  '081200000002|Budi|Poli Paru',
].join('\n');
