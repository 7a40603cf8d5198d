import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { EventBus } from '../../events/event-bus.js';
import type { DatabaseLocation } from '../data-source-options.js';
import { dataSourceOptions } from '../data-source-options.js';
import { Database } from '../database.js';
import { prepareSchema } from '../open-database.js';

/** A migrated database of its own for one test, the events published on it, and its end. */
export interface TestDatabase {
  readonly database: Database;
  readonly events: EventBus;
  /** What subscribers threw. */
  readonly eventErrors: unknown[];
  close(): Promise<void>;
}

/** An empty, migrated SQLite database in memory, or in `file`. */
export async function openSqlite(
  entities: DataSourceOptions['entities'],
  file = ':memory:',
): Promise<TestDatabase> {
  return open({ kind: 'sqlite', file }, entities, () => Promise.resolve());
}

/**
 * An empty, migrated schema of its own on the server of `serverUrl`, dropped by `close`. Its default
 * character set is latin1, as on old servers, so that nothing relies on a kind default.
 */
export async function openMariaDb(
  entities: DataSourceOptions['entities'],
  serverUrl: string,
): Promise<TestDatabase> {
  const name = `prima_test_${process.pid.toString(36)}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new DataSource({ type: 'mariadb', url: serverUrl });
  await admin.initialize();
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET latin1`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return open({ kind: 'mysql', url: url.href }, entities, async () => {
    await admin.query(`DROP DATABASE ${name}`);
    await admin.destroy();
  });
}

async function open(
  location: DatabaseLocation,
  entities: DataSourceOptions['entities'],
  cleanUp: () => Promise<void>,
): Promise<TestDatabase> {
  const dataSource = new DataSource(dataSourceOptions(location, entities));
  await dataSource.initialize();
  await prepareSchema(dataSource);
  const eventErrors: unknown[] = [];
  const events = new EventBus((error) => eventErrors.push(error));
  return {
    database: new Database(dataSource, events),
    events,
    eventErrors,
    close: async () => {
      await dataSource.destroy();
      await cleanUp();
    },
  };
}
