import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import { AuditLog } from '../../src/modules/audit/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import type { TestClient } from '../support/test-client.js';

describe('the audit book', () => {
  let server: TestServer;
  let administrator: TestClient;

  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.login('administrator');
    const [audit, unit] = [
      server.app.get(AuditLog, { strict: false }),
      server.app.get(UnitOfWork, { strict: false }),
    ];
    await unit.run(async () => {
      for (const subjectId of ['a', 'b', 'a', 'a']) {
        const deed = { action: 'device.link', subject: 'device', subjectId, details: { tries: 1 } };
        await audit.record({ id: 'system', name: 'Sistem' }, deed);
      }
    });
  });

  afterAll(() => server.close());

  const read = async (query: string): Promise<AuditPage> =>
    (await (await administrator.get(`/api/audit?${query}`)).json()) as AuditPage;

  it('is for administrators alone', async () => {
    expect((await (await server.login('confirmer')).get('/api/audit')).status).toBe(403);
  });

  it('shows entries newest first, page by page, for one thing', async () => {
    const first = await read('subject=device&subjectId=a&limit=2');
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({
      at: new Date(server.clock.now()).toISOString(),
      actor: 'Sistem',
      action: 'device.link',
      subjectId: 'a',
      details: { tries: 1 },
    });
    const second = await read(
      `subject=device&subjectId=a&limit=2&cursor=${first.nextCursor ?? ''}`,
    );
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
  });

  it('refuses a cursor that it never gave out', async () => {
    const answer = await administrator.get('/api/audit?cursor=1;DROP');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/cursor' }] });
  });

  it('refuses a question asked twice', async () => {
    expect((await administrator.get('/api/audit?subject=a&subject=b')).status).toBe(400);
  });
});
