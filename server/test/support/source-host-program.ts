import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { HOST_PROGRAM } from '../../src/modules/device/device.module.js';

const SERVER = join(import.meta.dirname, '../..');

/** The program of the engine's host processes, run from its TypeScript source: tests need no build. */
export const SOURCE_HOST = {
  entry: join(SERVER, 'src/modules/device/infrastructure/gateways/whatsapp-web/host/host-main.ts'),
  execArgv: ['--import', join(SERVER, 'test/ts-entry.mjs')],
};

/** Lets the product under test start host processes from their source. */
@Global()
@Module({
  providers: [{ provide: HOST_PROGRAM, useValue: SOURCE_HOST }],
  exports: [HOST_PROGRAM],
})
export class SourceHostProgram {}
