import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { IMPORT_CHILD } from '../../src/modules/recipient/recipient.module.js';

const SERVER = join(import.meta.dirname, '../..');

/** Lets the process that reads sheets run from its TypeScript source: tests need no build. */
@Global()
@Module({
  providers: [
    {
      provide: IMPORT_CHILD,
      useValue: {
        entry: join(SERVER, 'src/modules/recipient/infrastructure/import-child.ts'),
        execArgv: ['--import', join(SERVER, 'test/ts-entry.mjs')],
      },
    },
  ],
  exports: [IMPORT_CHILD],
})
export class SourceImportChild {}
