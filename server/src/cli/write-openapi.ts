import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module.js';
import { readConfig } from '../platform/config/config.js';
import { ApiDescription } from '../platform/http/api-description.js';
import { createHttpApp } from '../platform/http/http-app.js';
import { PinoLog } from '../platform/logging/log.js';
import { runProgram } from '../platform/process/run-program.js';

/** Where the description is kept in git, seen from the folder of the project. */
const FILE = 'server/openapi.json';

/** Writes the description of the API anew. A test fails while the file differs from the routes. */
async function writeOpenApi(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-openapi-'));
  const log = new PinoLog('warn');
  const config = readConfig({ DATA_DIR: dataDir });
  const app = await createHttpApp(AppModule.with(config, log), log);
  writeFileSync(FILE, `${JSON.stringify(app.get(ApiDescription).document, null, 2)}\n`);
  await app.close();
  rmSync(dataDir, { recursive: true });
}

runProgram(writeOpenApi);
