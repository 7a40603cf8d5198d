import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { issueSentence } from '#contracts/import-texts.js';
import type { LiveEvent } from '#contracts/live.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import type {
  FreetextReading,
  ImportIssuePage,
  RecipientImportView,
} from '#contracts/recipient-import.contract.js';
import type { RecipientPage } from '#contracts/recipient.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { ImportQueue } from '../../src/modules/recipient/application/import-queue.js';
import { CONFIG } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import { LiveHub } from '../../src/platform/events/live-hub.js';
import { SourceImportChild } from '../support/source-import-child.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { importFile, importNow, importText, importsIdle, upload } from './import-calls.js';

const PATH = '/api/recipient-imports';
const FIXTURES = join(import.meta.dirname, '../fixtures/sheets');
const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
const SHEETS = readdirSync(FIXTURES).filter((name) => /\.(xlsx|csv)$/.test(name));

let server: TestServer;
let operator: TestClient;

beforeAll(async () => {
  server = await startTestServer({ modules: [SourceImportChild] });
  operator = await server.login('operator');
});

afterAll(() => server.close());

const uploads = () => join(server.app.get<Config>(CONFIG).dataDir, 'uploads');
const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
const issuesOf = async (id: string, kind: 'rejected' | 'duplicate') => {
  const answer = await operator.get(`${PATH}/${id}/issues?kind=${kind}&limit=200`);
  return ((await answer.json()) as ImportIssuePage).items;
};

describe('Upload Excel', () => {
  it('loses no row of any file, whoever wrote it', async () => {
    expect(SHEETS.length).toBeGreaterThanOrEqual(7);
    for (const name of SHEETS) {
      const list = await importFile(server, operator, fixture(name), name);
      expect({ name, state: list.state, failure: list.failure }).toMatchObject({ state: 'ready' });
      const { rows, accepted, rejected, duplicates } = list.counts;
      expect(accepted + rejected + duplicates).toBe(rows);
      expect(accepted).toBeGreaterThan(0);
      const page = await operator.get(`${PATH}/${list.id}/recipients?limit=200`);
      expect(((await page.json()) as RecipientPage).items).toHaveLength(accepted);
      expect(await issuesOf(list.id, 'rejected')).toHaveLength(rejected);
      expect(await issuesOf(list.id, 'duplicate')).toHaveLength(duplicates);
    }
  });

  it('answers at once, then shows what it found and waits for the columns', async () => {
    const answer = await upload(
      operator,
      'nama,no hp,poli\nSari,081200000001,Anak\n',
      'dağ 😀.csv',
    );
    expect(answer.status).toBe(201);
    const started = (await answer.json()) as RecipientImportView;
    expect(started).toMatchObject({ state: 'inspecting', fileName: 'dağ 😀.csv', preview: null });
    await importsIdle(server);
    expect(await importNow(operator, started.id)).toMatchObject({
      state: 'choosing-columns',
      preview: { format: 'csv', headerRow: 1, suggestion: { phone: 1, name: 0 } },
    });
  });

  it('keeps the file private and only as long as it is needed', async () => {
    await upload(operator, 'nomor\n081200000001\n', 'a.csv');
    const [stored] = readdirSync(uploads());
    expect(stored).toMatch(/^[0-9a-f-]{36}$/);
    expect(statSync(join(uploads(), stored ?? '')).mode & 0o777).toBe(0o600);
    expect(statSync(uploads()).mode & 0o777).toBe(0o700);
    await importsIdle(server);
    const before = readdirSync(uploads()).length;
    await importFile(server, operator, 'nomor\n081200000001\n');
    expect(readdirSync(uploads())).toHaveLength(before);
  });

  it('says what is wrong with a file, and deletes it', async () => {
    const before = readdirSync(uploads()).length;
    const answer = await upload(operator, '%PDF-1.7\n', 'daftar.xlsx');
    const { id } = (await answer.json()) as RecipientImportView;
    await importsIdle(server);
    expect(await importNow(operator, id)).toMatchObject({
      state: 'failed',
      failure: { code: 'not-a-spreadsheet', params: { found: 'pdf' } },
    });
    expect(readdirSync(uploads())).toHaveLength(before);
    const columns = await operator.post(`${PATH}/${id}/columns`, {
      headerRow: 1,
      phone: 0,
      name: null,
    });
    expect([columns.status, await codeOf(columns)]).toEqual([409, 'IMPORT.NOT_CHOOSING']);
  });

  it('refuses a request without a file, with another field, and a file that is too large', async () => {
    const empty = await operator.post(PATH, new FormData());
    expect([empty.status, await codeOf(empty)]).toEqual([422, 'IMPORT.NO_FILE']);
    const other = new FormData();
    other.append('document', new File(['nomor'], 'a.csv'));
    expect((await operator.post(PATH, other)).status).toBe(400);
    const before = readdirSync(uploads()).length;
    const limit = server.app.get<Config>(CONFIG).importLimits.bytes;
    const large = await upload(operator, new Uint8Array(limit + 1));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({
      code: 'REQUEST.TOO_LARGE',
      params: { limitMegabytes: 32 },
    });
    expect(readdirSync(uploads())).toHaveLength(before);
  });

  it('refuses further files while too many wait', async () => {
    const queue = server.app.get(ImportQueue, { strict: false });
    const before = readdirSync(uploads()).length;
    const free: (() => void)[] = [];
    for (let n = 0; n < 12; n++) {
      queue.start(
        () =>
          new Promise((resolve) => {
            free.push(resolve);
          }),
      );
    }
    const refused = await upload(operator, 'nomor\n081200000001\n', 'a.csv');
    expect([refused.status, await codeOf(refused)]).toEqual([503, 'IMPORT.BUSY']);
    expect(readdirSync(uploads())).toHaveLength(before);
    for (const end of free) end();
    await queue.idle();
    expect((await upload(operator, 'nomor\n081200000001\n', 'a.csv')).status).toBe(201);
    await queue.idle();
  });

  it('tells progress live to who may edit, at most four times a second', async () => {
    const heard: LiveEvent[] = [];
    const others: LiveEvent[] = [];
    const live = server.app.get(LiveHub);
    const listen = (permission: Permission, into: LiveEvent[]) =>
      live.add({
        actor: { id: '', permissions: new Set([permission]), devices: 'all' },
        deliver: (event) => into.push(event),
      });
    const stop = [listen('broadcasts:edit', heard), listen('broadcasts:read', others)];
    const numbers = Array.from({ length: 5_000 }, (_, n) => `0812${String(n).padStart(8, '0')}`);
    const list = await importFile(server, operator, `nomor\n${numbers.join('\n')}`);
    for (const end of stop) end();
    expect(list.failure).toBeNull();
    expect(others).toEqual([]);
    const states = heard.map((event) => (event.type === 'import-changed' ? event.import : null));
    // The test's clock stands still: one report of progress for five batches.
    expect(states.map((view) => [view?.state, view?.counts.rows])).toEqual([
      ['choosing-columns', 0],
      ['reading', 0],
      ['reading', 1000],
      ['ready', 5000],
    ]);
    expect(list.counts).toEqual({
      rows: 5000,
      accepted: 5000,
      rejected: 0,
      duplicates: 0,
      optedOut: 0,
    });
  });

  it('lets nobody in who may not edit', async () => {
    const viewer = await server.login('viewer');
    expect((await upload(viewer, 'nomor\n081200000001\n')).status).toBe(403);
    expect((await upload(server.client(), 'nomor\n081200000001\n')).status).toBe(401);
    const list = await importText(operator, '081200000001');
    expect((await viewer.get(`${PATH}/${list.id}/recipients`)).status).toBe(403);
    expect((await viewer.get(`${PATH}/${list.id}/rejected.xlsx`)).status).toBe(403);
  });
});

describe('the report of a list', () => {
  const workbook = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await operator.get(path, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w-]+\.xlsx"$/,
    );
    const book = new exceljs.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    return book;
  };
  const textsOf = (sheet: exceljs.Worksheet | undefined) =>
    sheet
      ?.getSheetValues()
      .slice(2)
      .map((row) => (row as unknown[]).slice(1)) ?? [];

  it('names every row that was not taken, its value and why, on the screen and as a workbook', async () => {
    const text =
      'nomor|nama\n081200000001|Sari\nbelum ada|Budi\n0812-0000-0001|Sari lagi\n=1+1|Dewi';
    const list = await importText(operator, text);
    expect(list).toMatchObject({
      state: 'ready',
      counts: { rows: 4, accepted: 1, rejected: 2, duplicates: 1 },
    });
    const rejected = await issuesOf(list.id, 'rejected');
    const sentences = rejected.map((issue) => issueSentence(issue, 'id'));
    expect(sentences[0]).toBe("Baris 3: 'belum ada' bukan nomor telepon");

    const book = await workbook(`${PATH}/${list.id}/rejected.xlsx`);
    expect(textsOf(book.worksheets[0])).toEqual([
      ['3', 'belum ada', 'Budi', sentences[0]],
      // A text, not a formula.
      ['5', '=1+1', 'Dewi', sentences[1]],
      ['4', '+6281200000001', 'Sari lagi', 'Baris 4: +6281200000001 sudah ada di baris 2'],
    ]);
    const english = await workbook(`${PATH}/${list.id}/rejected.xlsx`, { 'Accept-Language': 'en' });
    expect(textsOf(english.worksheets[0])[0]?.[3]).toBe("Row 3: 'belum ada' is not a phone number");
  });

  it('is a workbook also when nothing was rejected', async () => {
    const { id } = await importText(operator, '081200000001');
    const book = await workbook(`${PATH}/${id}/rejected.xlsx`);
    expect(book.worksheets[0]?.getRow(1).getCell(4).text).toBe('Alasan');
    expect(textsOf(book.worksheets[0])).toEqual([]);
  });

  it('offers an example file that shows what can go wrong', async () => {
    const answer = await operator.get(`${PATH}/template.xlsx`);
    const list = await importFile(server, operator, new Uint8Array(await answer.arrayBuffer()));
    expect(list).toMatchObject({
      state: 'ready',
      preview: { headerRow: 1, suggestion: { phone: 0, name: 1 } },
      variableNames: ['tanggal_kontrol', 'poli'],
      counts: { rows: 50, accepted: 44, rejected: 5, duplicates: 1 },
    });
    const reasons = (await issuesOf(list.id, 'rejected')).map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(5);
  });

  it('is gone for who asks for a list that is not there', async () => {
    const nowhere = `${PATH}/00000000-0000-7000-8000-000000000000`;
    for (const path of ['', '/recipients', '/issues?kind=rejected', '/rejected.xlsx']) {
      const answer = await operator.get(nowhere + path);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 404, 'IMPORT.NOT_FOUND']);
    }
  });
});

describe('Freetext', () => {
  it('is read live without being stored', async () => {
    const text = '081200000001|Sari|Anak\nbelum ada\n081200000001|lagi';
    const answer = await operator.post(`${PATH}/freetext-reading`, { text });
    const reading = (await answer.json()) as FreetextReading;
    expect(reading).toMatchObject({
      counts: { rows: 3, accepted: 1, rejected: 1, duplicates: 1 },
      variableNames: ['var1'],
      sample: [{ phone: '+6281200000001', name: 'Sari', variables: { var1: 'Anak' } }],
    });
    expect(reading.issues.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
      [2, 'not-a-phone'],
      [3, 'duplicate'],
    ]);
  });

  it('refuses a text that is too long, naming the field', async () => {
    const answer = await operator.post(`${PATH}/freetext`, { text: 'a'.repeat(200_001) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: '/text', code: 'REQUEST.FIELD_TOO_LONG' }],
    });
  });
});
