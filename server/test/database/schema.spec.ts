import { describe, expect, it } from '@jest/globals';
import { openMariaDb, openSqlite } from '../../src/platform/database/testing/test-database.js';
import type { TestDatabase } from '../../src/platform/database/testing/test-database.js';
import { ALL_ROWS } from '../support/all-rows.js';
import { describeWithMariaDb } from '../support/services.js';

/** What `migration:generate` would still have to write: nothing, when rows and migrations agree. */
async function drift({ database }: TestDatabase): Promise<string[]> {
  const log = await database.dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map(({ query }) => query);
}

describe('schema on SQLite', () => {
  it('is what the rows describe', async () => {
    const opened = await openSqlite(ALL_ROWS);
    expect(await drift(opened)).toEqual([]);
    await opened.close();
  });

  it('is gone after the migrations are undone', async () => {
    const opened = await openSqlite(ALL_ROWS);
    for (const _ of opened.database.dataSource.migrations) {
      await opened.database.dataSource.undoLastMigration();
    }
    const tables = await opened.database.dataSource.query<{ name: string }[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    expect(tables.map(({ name }) => name)).toEqual(['migrations']);
    await opened.close();
  });
});

describeWithMariaDb('schema on MariaDB', (serverUrl) => {
  it('is what the rows describe, on a server whose default is latin1', async () => {
    const opened = await openMariaDb(ALL_ROWS, serverUrl);
    expect(await drift(opened)).toEqual([]);
    await opened.close();
  });

  it('stores every character and compares keys byte by byte', async () => {
    const opened = await openMariaDb(ALL_ROWS, serverUrl);
    const insert =
      'INSERT INTO lanes (device_id, epoch, holder, next_handover_at) VALUES (?, 1, ?, 0)';
    await opened.database.run(async () => {
      await opened.database.manager.query(insert, ['a', 'Ibu 😀 ꦱꦫꦶ']);
      await opened.database.manager.query(insert, ['A', 'x']);
      const [row] = await opened.database.manager.query<{ holder: string }[]>(
        'SELECT holder FROM lanes WHERE device_id = ?',
        ['a'],
      );
      expect(row?.holder).toBe('Ibu 😀 ꦱꦫꦶ');
    });
    await opened.close();
  });
});
