import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { LiveEvent } from '#contracts/live.contract.js';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { readConfig } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { Log } from '../../../platform/logging/log.js';
import { PlatformModule } from '../../../platform/platform.module.js';
import { ChooseColumns } from '../application/choose-columns.js';
import { GetImport } from '../application/get-import.js';
import { ImportFreetext } from '../application/import-freetext.js';
import { ImportJanitor } from '../application/import-janitor.js';
import { ImportQueue } from '../application/import-queue.js';
import { SheetReader } from '../application/ports/sheet-reader.js';
import { RecipientLists } from '../application/recipient-lists.js';
import { StartUpload } from '../application/start-upload.js';
import { RecipientModule } from '../recipient.module.js';
import { recipientStorage } from './recipient-storage.js';
import { ScriptedReader } from './scripted-reader.js';

/** Somebody who prepares lists. */
export const CLERK: Actor = {
  id: '00000000-0000-7000-8000-0000000000aa',
  name: 'Ibu Rina',
  permissions: new Set(['broadcasts:edit', 'recipients:numbers']),
  devices: 'all',
};

const CHOICE = { headerRow: 1, phone: 0, name: null };

/** Keeps errors that were logged. */
class ErrorLog extends Log {
  readonly errors: unknown[] = [];
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(_message: string, error: unknown): void {
    this.errors.push(error);
  }
}

/** What a test of the recipient module works with. */
export type RecipientDesk = Awaited<ReturnType<typeof openRecipientDesk>>;

/**
 * The recipient module on a database of its own, with a reader that plays a script.
 *
 * @param dataDir that of a desk before, to start again where it was killed
 */
export async function openRecipientDesk(
  dataDir = mkdtempSync(join(tmpdir(), 'prima-recipient-')),
  given: Partial<Config> = {},
) {
  const clock = new FakeClock();
  const log = new ErrorLog();
  const reader = new ScriptedReader();
  const config = { ...readConfig({ DATA_DIR: dataDir }), ...given };
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(config, log, clock), RecipientModule],
  })
    .overrideProvider(SheetReader)
    .useValue(reader)
    .compile();
  await module.init();
  const heard: LiveEvent[] = [];
  module.get(LiveHub).add({
    actor: CLERK,
    deliver: (event) => heard.push(event),
  });
  const uploads = join(dataDir, 'uploads');
  const queue = module.get(ImportQueue);
  return {
    clock,
    reader,
    heard,
    dataDir,
    errors: log.errors,
    lists: module.get(RecipientLists),
    janitor: module.get(ImportJanitor),
    queue,
    ...recipientStorage(module.get(Database)),
    /** Names in the folder of uploads. */
    uploads: () => readdirSync(uploads),
    /** Puts a file there, last written at `at`. */
    putUpload: (storedName: string, at = clock.now()) => {
      writeFileSync(join(uploads, storedName), 'nomor');
      utimesSync(join(uploads, storedName), at / 1000, at / 1000);
      return storedName;
    },
    upload: (storedName: string): Promise<RecipientImportView> =>
      module.get(StartUpload).run({ fileName: 'pasien.csv', storedName }, CLERK),
    choose: (id: string) => module.get(ChooseColumns).run(id, CHOICE, CLERK),
    freetext: (text: string) => module.get(ImportFreetext).run(text, CLERK),
    get: (id: string) => module.get(GetImport).run(id, CLERK),
    /** Stops as a server does, and keeps the data. */
    stop: () => module.close(),
    close: async () => {
      await module.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
