import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

describe('health', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.close());

  const ask = async (question: string) => {
    const answer = await server.client().get(`/api/health/${question}`);
    return [answer.status, await answer.json()];
  };

  it('is good while the database answers', async () => {
    expect(await ask('live')).toEqual([200, { status: 'ok' }]);
    expect(await ask('ready')).toEqual([200, { status: 'ok', missing: [] }]);
  });

  it('says that it cannot work without its database, but lives', async () => {
    const { dataSource } = server.app.get(Database, { strict: false });
    await dataSource.destroy();
    expect(await ask('ready')).toEqual([503, { status: 'failing', missing: ['database'] }]);
    expect(await ask('live')).toEqual([200, { status: 'ok' }]);
    await dataSource.initialize();
    expect(await ask('ready')).toEqual([200, { status: 'ok', missing: [] }]);
  });

  it('says that the schema is not that of this version', async () => {
    const database = server.app.get(Database, { strict: false });
    const change = (sql: string) => database.run(() => database.manager.query(sql));
    await change("UPDATE migrations SET name = 'x' || name");
    expect(await ask('ready')).toEqual([503, { status: 'failing', missing: ['migrations'] }]);
    await change('UPDATE migrations SET name = substr(name, 2)');
    expect(await ask('ready')).toEqual([200, { status: 'ok', missing: [] }]);
  });
});
