import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChooseColumns } from '../../src/modules/recipient/application/choose-columns.js';
import { GetImport } from '../../src/modules/recipient/application/get-import.js';
import { ImportQueue } from '../../src/modules/recipient/application/import-queue.js';
import { StartUpload } from '../../src/modules/recipient/application/start-upload.js';
import { IMPORT_CHILD, RecipientModule } from '../../src/modules/recipient/recipient.module.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { PinoLog } from '../../src/platform/logging/log.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { measured, peakMb } from './import-measures.js';
import type { Measured } from './import-measures.js';
import { CHOICE } from './import-workbook.js';

/** What the import of one file took, in the product. */
export interface ProductRun {
  /** Looking into the file, until a person could choose the columns. */
  readonly inspect: Measured;
  /** From the choice of columns until every row is stored. */
  readonly read: Measured;
  /** Peak memory of the server before and after, and of the process that reads the file. */
  readonly memoryMb: { readonly idle: number; readonly server: number; readonly reader: number };
}

const CLERK = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Bench',
  permissions: new Set(['broadcasts:edit'] as const),
  devices: 'all' as const,
};

/**
 * Imports `file` as an upload is: the module's own use cases, the reading process, the database.
 * Throws unless every row became a recipient.
 *
 * @param folder empty; for uploads and notes
 */
export async function measureProduct(
  file: string,
  rows: number,
  location: DatabaseLocation,
  folder: string,
): Promise<ProductRun> {
  const note = join(folder, 'reader-memory');
  const app = await NestFactory.createApplicationContext(benchModule(folder, location, note), {
    logger: ['error', 'fatal'],
  });
  const queue = app.get(ImportQueue, { strict: false });
  const storedName = 'upload';
  copyFileSync(file, join(folder, 'uploads', storedName));
  globalThis.gc?.();
  const idle = peakMb();
  let id = '';
  const inspect = await measured(async () => {
    const upload = app.get(StartUpload, { strict: false });
    ({ id } = await upload.run({ fileName: 'pasien.xlsx', storedName }, CLERK));
    await queue.idle();
  });
  const read = await measured(async () => {
    await app.get(ChooseColumns, { strict: false }).run(id, CHOICE, CLERK);
    await queue.idle();
  });
  const { state, counts, failure } = await app.get(GetImport, { strict: false }).run(id, CLERK);
  if (state !== 'ready' || counts.accepted !== rows) {
    throw new Error(`The import ended ${state}: ${JSON.stringify({ counts, failure })}`);
  }
  const server = peakMb();
  await app.close();
  const reader = Math.max(...readFileSync(note, 'utf8').trim().split('\n').map(Number)) / 1024;
  return { inspect, read, memoryMb: { idle, server, reader } };
}

/** The product as far as an import needs it. */
@Module({})
class BenchModule {}

/** Says how the reading process is started. */
@Global()
@Module({})
class ReaderModule {}

function benchModule(folder: string, location: DatabaseLocation, note: string): DynamicModule {
  const config = { ...readConfig({ DATA_DIR: folder }), database: location };
  const reader = { provide: IMPORT_CHILD, useValue: { execArgv: noteMemory(note) } };
  return {
    module: BenchModule,
    imports: [
      PlatformModule.with(config, new PinoLog('error')),
      RecipientModule,
      { module: ReaderModule, providers: [reader], exports: [IMPORT_CHILD] },
    ],
  };
}

/**
 * Options of Node that make the reading process note its peak memory (in KiB, a line each time): it
 * may write nothing else, and is killed when it is done.
 */
function noteMemory(note: string): string[] {
  const script = `
    import { appendFileSync } from 'node:fs';
    const tell = () => appendFileSync(${JSON.stringify(note)}, process.resourceUsage().maxRSS + '\\n');
    tell();
    setInterval(tell, 50).unref();`;
  return [
    `--allow-fs-write=${note}`,
    `--import=data:text/javascript,${encodeURIComponent(script)}`,
  ];
}
