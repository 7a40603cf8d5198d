import { afterEach, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import type { SubjectErased, SubjectView } from '#contracts/subject.contract.js';
import { onMariaDb, onSqlite } from '../backup/installation.js';
import type { Installation } from '../backup/installation.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importText } from '../recipient/import-calls.js';
import { filesWith, tablesWith } from '../retention/traces.js';
import { describeWithMariaDb } from '../support/services.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { SubjectRows } from '../../src/modules/recipient/index.js';

const PHONE = '+6281200000077';
/** In every spelling, and the name that nobody else has. */
const TRACES = ['81200000077', 'Kenari Wulandari', 'poli-kenari'];

const LIST = [
  'nomor|nama|poli',
  '081200000077|Kenari Wulandari|poli-kenari',
  '081200000078|Budi|Poli Paru',
  '+62 812-0000-0077|Kenari Wulandari|poli-kenari',
].join('\n');

describeSubjects('SQLite', () => Promise.resolve(onSqlite()));
describeWithMariaDb('subjects', (serverUrl) => {
  describeSubjects('MariaDB', () => onMariaDb(serverUrl));
});

function describeSubjects(name: string, make: () => Promise<Installation>): void {
  describe(`the data of one person on ${name}`, () => {
    let installation: Installation;
    let server: TestServer;
    let browser: TestClient;
    let calls: BroadcastCalls;
    let deviceId: string;

    const open = async () => {
      installation = await make();
      server = await startTestServer({ config: installation.config });
      browser = await server.login();
      calls = new BroadcastCalls(server, browser);
      deviceId = (await new DeviceCalls(server, browser).addLinked()).id;
    };
    afterEach(async () => {
      const over = new AbortController();
      const closing = server.close().finally(() => {
        over.abort();
      });
      while (!over.signal.aborted) {
        await server.clock.advance(200);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await closing;
      await installation.remove();
    });

    const ask = (path: string, phone = '0812-0000-0077', by = browser) =>
      by.post(`/api/subjects/${path}`, { phone });
    const find = async () => (await (await ask('search')).json()) as SubjectView;
    const refusalOf = async (answer: Response) => ((await answer.json()) as Problem).code;

    it('is found, downloaded and erased everywhere, and every count stays', async () => {
      await open();
      const sent = await calls.confirmed(await calls.draft(deviceId, LIST));
      await calls.send(sent);
      await calls.until(sent, ({ status }) => status === 'finished');
      const draft = await calls.confirmed(await calls.draft(deviceId, LIST));
      await importText(browser, '081200000077\n081200000079');

      const subject = await find();
      expect(subject).toMatchObject({ phone: PHONE, reportRows: 2 });
      expect(subject.records.map(({ broadcastId, status }) => [broadcastId, status])).toEqual([
        [draft.id, 'confirmed'],
        [sent.id, 'finished'],
      ]);
      expect(subject.records[1]).toMatchObject({ name: 'Kenari Wulandari', blocks: false });
      const file = await ask('export.xlsx');
      expect(file.headers.get('content-disposition')).toContain('data-pasien.xlsx');
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000);

      const before = await calls.get(sent.id);
      const erased = (await (await ask('erase')).json()) as SubjectErased;
      expect(erased).toEqual({ recipients: 3, reportRows: 2 });
      expect(await find()).toEqual({ phone: PHONE, records: [], reportRows: 0 });
      for (const trace of TRACES) {
        expect(await tablesWith(server, trace)).toEqual([]);
        expect(filesWith(installation.config.dataDir, trace)).toEqual([]);
      }
      const after = await calls.get(sent.id);
      expect(after.run?.counts).toEqual(before.run?.counts);
      expect(after.recipientCount).toBe(2);
      const [gone, other] = await calls.recipients(sent);
      expect(gone).toMatchObject({ phone: '', name: null, variables: {} });
      expect(other).toMatchObject({ phone: '+6281200000078', name: 'Budi' });
      // The draft has another list now, so what was confirmed is confirmed no more.
      expect(await calls.get(draft.id)).toMatchObject({ status: 'draft', recipientCount: 1 });

      const book = (await (await browser.get('/api/audit?limit=200')).json()) as AuditPage;
      const deeds = book.items.filter(({ subject: of }) => of === 'subject');
      expect(deeds.map(({ action }) => action)).toEqual([
        ...['subject.find', 'subject.erase', 'subject.export', 'subject.find'],
      ]);
      expect(JSON.stringify(book.items)).not.toContain('81200000077');
    }, 60_000);

    it('is not erased while a message to them waits or flies, and says what to do', async () => {
      await open();
      const sent = await calls.confirmed(await calls.draft(deviceId, LIST));
      await calls.send(sent);
      await browser.post(`/api/broadcasts/${sent.id}/pause`);
      const [record] = (await find()).records;
      if (record?.blocks === true) {
        expect(await refusalOf(await ask('erase'))).toBe('SUBJECT.BEING_SENT');
        expect((await find()).records).toHaveLength(1);
      }
      await browser.post(`/api/broadcasts/${sent.id}/cancel`);
      await calls.until(sent, ({ run }) => run?.counts.sending === 0);
      expect((await ask('erase')).status).toBe(200);
      expect((await find()).records).toEqual([]);
    }, 60_000);

    it('never touches a recipient that waits, whoever asks', async () => {
      await open();
      const draft = await calls.draft(deviceId, LIST);
      const rows = server.app.get(SubjectRows, { strict: false });
      const [first] = await calls.recipients(draft);
      const { UnitOfWork } = await import('../../src/platform/database/unit-of-work.js');
      const done = await server.app.get(UnitOfWork).run(() => rows.anonymise(first?.id ?? 0));
      expect(done).toBe(false);
    }, 60_000);

    it('is for administrators, and refuses the last recipient of a draft and half a number', async () => {
      await open();
      await calls.draft(deviceId, 'nomor|nama|poli\n081200000077|Kenari Wulandari|poli-kenari');
      const operator = await server.login('operator');
      for (const path of ['search', 'export.xlsx', 'erase']) {
        expect((await ask(path, PHONE, operator)).status).toBe(403);
      }
      expect(await refusalOf(await ask('search', '0812'))).toBe('PHONE.NOT_A_NUMBER');
      expect(await refusalOf(await ask('erase'))).toBe('SUBJECT.LAST_OF_DRAFT');
    }, 60_000);
  });
}
