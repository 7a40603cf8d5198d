import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { AppModule } from './app.module.js';
import { PrepareFirstRun } from './modules/auth/index.js';
import { configOfProcess } from './platform/config/config.js';
import type { Config } from './platform/config/config.js';
import { lockDataDir } from './platform/database/data-dir-lock.js';
import { createHttpApp } from './platform/http/http-app.js';
import { PinoLog } from './platform/logging/log.js';
import { addressesOf } from './platform/process/addresses.js';
import { boxed } from './platform/process/box.js';
import { prepareDataFolder } from './platform/process/data-folder.js';
import { assertPortFree } from './platform/process/free-port.js';
import { runProgram } from './platform/process/run-program.js';
import { endOnUnexpected, stopOnSignals } from './platform/process/stop-signals.js';
import { checkRedis } from './platform/redis/redis-check.js';

/** Where the build puts the client, seen from where it puts this file. */
const CLIENT_DIR = fileURLToPath(new URL('../../../client/', import.meta.url));

/** Starts the product and prints, last, where to open it. */
async function start(): Promise<void> {
  const config = configOfProcess();
  prepareDataFolder(config.dataDir);
  // Where processes share a server database they may share this folder, too: nothing in it is the truth.
  const isAlone = config.database.kind === 'sqlite';
  const unlock = isAlone ? lockDataDir(config.dataDir) : (): void => undefined;
  await assertPortFree(config.host, config.port);

  const log = new PinoLog(config.logLevel);
  endOnUnexpected(log);
  if (config.redis !== null) await checkRedis(config.redis, log);
  const app = await createHttpApp(AppModule.with(config, log), log, CLIENT_DIR);
  // A worker has no pages: its link would lead nowhere.
  const setupToken = config.role === 'worker' ? null : await app.get(PrepareFirstRun).run();
  const server = await app.listen(config.port, config.host);
  stopOnSignals(async () => {
    await app.close();
    unlock();
  }, log);

  const { port } = server.address() as { port: number };
  process.stdout.write(boxed(welcome(config, port, setupToken)));
}

function welcome(config: Config, port: number, setupToken: string | null): string[] {
  const [address = '', ...others] = addressesOf(config, port);
  const lines = ['Prima WhatsApp Broadcast siap dipakai. Ctrl-C untuk berhenti.', '', address];
  lines.push(...others);
  if (setupToken !== null) {
    lines.push(
      '',
      'Belum ada pengguna. Buat administrator lewat tautan ini (sekali pakai, berlaku 1 jam):',
      `${address}/setup?token=${setupToken}`,
    );
  }
  return lines;
}

runProgram(start);
