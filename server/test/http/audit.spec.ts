import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { AuditChoices, AuditPage } from '#contracts/audit.contract.js';
import { AuditLog } from '../../src/modules/audit/index.js';
import type { AuditDeed } from '../../src/modules/audit/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import type { TestClient } from '../support/test-client.js';

const LINKED = { action: 'device.link', subject: 'device', subjectId: 'a', details: { tries: 1 } };

describe('the audit book', () => {
  let server: TestServer;
  let administrator: TestClient;

  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.login('administrator');
    for (const subjectId of ['a', 'b', 'a', 'a']) {
      await write({ id: 'system', name: 'Sistem' }, { ...LINKED, subjectId });
    }
  });

  afterAll(() => server.close());

  const write = (actor: { id: string; name: string }, deed: AuditDeed): Promise<void> =>
    server.app
      .get(UnitOfWork, { strict: false })
      .run(() => server.app.get(AuditLog, { strict: false }).record(actor, deed));

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

  it('is filtered by person, deed and time', async () => {
    const count = async (query: string) => (await read(query)).items.length;
    expect(await count('actorId=system&action=device.link')).toBe(4);
    expect(await count('actorId=system&action=device.add')).toBe(0);
    expect(await count('actorId=nobody')).toBe(0);
    const at = new Date(server.clock.now()).toISOString();
    const later = new Date(server.clock.now() + 1).toISOString();
    expect(await count(`actorId=system&from=${at}&until=${later}`)).toBe(4);
    expect(await count(`actorId=system&until=${at}`)).toBe(0);
    expect(await count(`actorId=system&from=${later}`)).toBe(0);
    const answer = await administrator.get('/api/audit/choices');
    const choices = (await answer.json()) as AuditChoices;
    expect(choices.people).toContainEqual({ id: 'system', name: 'Sistem' });
    expect(choices.actions).toEqual(expect.arrayContaining(['auth.login', 'device.link']));
    expect(choices.subjects).toEqual(['device', 'user']);
  });

  it('is downloaded as a sheet of texts, which is written down too', async () => {
    const name = '=HYPERLINK("http://jahat.example","x")';
    await write({ id: 'evil', name }, { ...LINKED, subjectId: '@b', details: { reason: '+1' } });
    const answer = await administrator.get('/api/audit/entries.xlsx?actorId=evil', {
      'Accept-Language': 'id',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('audit.xlsx');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('=HYPERLINK');
    expect(sheet).toContain('Scan Barcode dimulai');
    expect(sheet).toContain('alasan: +1');
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('Sistem');
    const { items } = await read('action=audit.export');
    expect(items.map(({ details }) => details)).toEqual([{ actorId: 'evil' }]);
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
