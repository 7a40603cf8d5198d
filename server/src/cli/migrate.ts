import { DataSource } from 'typeorm';
import { configOfProcess } from '../platform/config/config.js';
import { lockDataDir } from '../platform/database/data-dir-lock.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { prepareSchema } from '../platform/database/open-database.js';
import { prepareDataFolder } from '../platform/process/data-folder.js';
import { runProgram } from '../platform/process/run-program.js';

/**
 * `npm run migrate`: brings the database up to date and ends. A step of its own where the product's
 * database user may not change the schema (MIGRATIONS=wait). On SQLite the server must be stopped.
 */
async function migrate(): Promise<void> {
  const { database, dataDir } = configOfProcess();
  const isEmbedded = database.kind === 'sqlite';
  if (isEmbedded) prepareDataFolder(dataDir);
  const unlock = isEmbedded ? lockDataDir(dataDir) : (): void => undefined;
  const dataSource = new DataSource(dataSourceOptions(database));
  await dataSource.initialize();
  await prepareSchema(dataSource);
  await dataSource.destroy();
  unlock();
  process.stdout.write('Skema database sudah sesuai dengan versi ini.\n');
}

runProgram(migrate);
