import { describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Database } from '../../src/platform/database/database.js';
import type { Config } from '../../src/platform/config/config.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';
import { startTestServer } from '../support/test-server.js';
import { someClientFolder } from './client-folder.js';
import { Dashboard } from './dashboard.js';

const MANY = 100;

/** Posts one token many times at once; answers statuses and what the database holds afterwards. */
async function replay(config: Partial<Config>) {
  const client = someClientFolder();
  const server = await startTestServer({ config, clientDir: client.dir });
  try {
    const dashboard = await Dashboard.addTo(server);
    const token = dashboard.token();
    const answers = await Promise.all(Array.from({ length: MANY }, () => dashboard.open(token)));
    const fresh = await Promise.all(Array.from({ length: 10 }, () => dashboard.open()));
    const database = server.app.get(Database);
    const count = async (table: string): Promise<number> => {
      const [row] = await server.app
        .get(UnitOfWork)
        .run(() =>
          database.manager.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${table}`),
        );
      return Number(row?.n);
    };
    return {
      opened: answers.filter(({ status }) => status === 200).length,
      refused: answers.filter(({ status }) => status === 403).length,
      fresh: fresh.filter(({ status }) => status === 200).length,
      sessions: await count('embed_sessions'),
      people: await count('embed_people'),
    };
  } finally {
    await server.close();
    client.remove();
  }
}

const ONE_OF_MANY = { opened: 1, refused: MANY - 1, fresh: 10, sessions: 11, people: 1 };

describe('one token, posted a hundred times at once', () => {
  it('opens exactly one frame', async () => {
    expect(await replay({})).toEqual(ONE_OF_MANY);
  });
});

describeWithMariaDb('one token, posted a hundred times at once', (serverUrl) => {
  it('opens exactly one frame', async () => {
    const opened = await openMariaDb([], serverUrl);
    try {
      const [row] = await opened.database.dataSource.query<{ name: string }[]>(
        'SELECT DATABASE() AS name',
      );
      const url = new URL(serverUrl);
      url.pathname = `/${row?.name ?? ''}`;
      expect(await replay({ database: { kind: 'mysql', url: url.href } })).toEqual(ONE_OF_MANY);
    } finally {
      await opened.close();
    }
  });
});
