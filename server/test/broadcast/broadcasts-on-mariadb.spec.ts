import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.contract.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import type { TestDatabase } from '../../src/platform/database/testing/test-database.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importFile } from '../recipient/import-calls.js';
import { describeWithMariaDb } from '../support/services.js';
import { SourceImportChild } from '../support/source-import-child.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { BroadcastCalls } from './broadcast-calls.js';

/** There units of work really run at the same time; the embedded database runs one after the other. */
describeWithMariaDb('WA Broadcast, many at once', (serverUrl) => {
  let opened: TestDatabase;
  let server: TestServer;
  let administrator: TestClient;
  let calls: BroadcastCalls;
  let deviceId: string;

  beforeAll(async () => {
    opened = await openMariaDb([], serverUrl);
    const [row] = await opened.database.dataSource.query<{ name: string }[]>(
      'SELECT DATABASE() AS name',
    );
    const url = new URL(serverUrl);
    url.pathname = `/${row?.name ?? ''}`;
    server = await startTestServer({
      config: { database: { kind: 'mysql', url: url.href } },
      modules: [SourceImportChild],
    });
    administrator = await server.login();
    calls = new BroadcastCalls(server, administrator);
    deviceId = (await new DeviceCalls(server, administrator).addLinked()).id;
  });

  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
  const statusesOf = (answers: readonly Response[]) =>
    answers.map(({ status }) => status).sort((a, b) => a - b);

  it('reads a list of several thousand rows', async () => {
    const numbers = Array.from({ length: 3_500 }, (_, n) => `0812${String(n).padStart(8, '0')}`);
    const text = ['nomor', ...numbers, 'belum ada', numbers[0]].join('\n');
    const list = await importFile(server, administrator, text, 'pasien.csv');
    expect(list).toMatchObject({
      state: 'ready',
      counts: { rows: 3502, accepted: 3500, rejected: 1, duplicates: 1 },
    });
  });

  it('makes one run of many presses', async () => {
    const confirmed = await calls.confirmed(await calls.draft(deviceId));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => calls.send(confirmed, `press-${String(n)}`)),
    );
    expect(statusesOf(answers)).toEqual([202, ...Array<number>(19).fill(409)]);
    const refused = answers.filter(({ status }) => status === 409);
    const codes = await Promise.all(refused.map(codeOf));
    expect(new Set(codes)).toEqual(new Set(['BROADCAST.ALREADY_SENT']));
    await calls.until(confirmed, ({ status }) => status === 'finished');
  });

  it('confirms once', async () => {
    const draft = await calls.draft(deviceId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => calls.confirm(draft)));
    expect(statusesOf(answers)).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('lets either an edit or Kirim win, never both', async () => {
    for (let round = 0; round < 12; round++) {
      const confirmed = await calls.confirmed(await calls.draft(deviceId));
      const [sent, edited] = await Promise.all([
        calls.send(confirmed),
        calls.edit(confirmed, { text: `Ubah ${String(round)}` }),
      ]);
      expect([202, 409]).toContain(sent.status);
      expect(edited.status).toBe(sent.status === 202 ? 409 : 200);
      const after = await calls.get(confirmed.id);
      if (sent.status === 202) {
        expect(after).toMatchObject({ text: confirmed.text, revision: 1 });
        await calls.until(confirmed, ({ status }) => status === 'finished');
      } else {
        expect(after).toMatchObject({ status: 'draft', run: null, revision: 2 });
      }
    }
  });

  it('gives a list to one message alone', async () => {
    const { recipientImportId } = await calls.draft(deviceId);
    const text = 'nomor|nama|poli\n081200000021|Sari|Anak';
    const answer = await administrator.post('/api/recipient-imports/freetext', { text });
    const { id } = (await answer.json()) as { id: string };
    const make = (list: string) =>
      administrator.post('/api/broadcasts', {
        title: '',
        text: 'x',
        deviceId,
        recipientImportId: list,
      });
    const answers = await Promise.all(Array.from({ length: 6 }, () => make(id)));
    expect(statusesOf(answers)).toEqual([201, ...Array<number>(5).fill(409)]);
    expect(await codeOf(await make(recipientImportId))).toBe('BROADCAST.IMPORT_TAKEN');
  });

  it('removes all but one recipient, however many are removed at once', async () => {
    const draft = await calls.draft(deviceId);
    const recipients = await calls.recipients(draft);
    const answers = await Promise.all(
      recipients.map(({ id }) =>
        administrator.delete(`/api/broadcasts/${draft.id}/recipients/${String(id)}`),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 200, 409]);
    const after = await calls.get(draft.id);
    expect([after.recipientCount, (await calls.recipients(draft)).length]).toEqual([1, 1]);
  });
});
