import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileRefused } from '../domain/file-refusal.js';
import { openRecipientDesk } from '../testing/recipient-desk.js';
import type { RecipientDesk } from '../testing/recipient-desk.js';
import { someRow } from '../testing/recipient-storage.js';
import type { ReadBatch } from './ports/sheet-reader.js';

let desk: RecipientDesk;

beforeEach(async () => {
  desk = await openRecipientDesk();
});

afterEach(() => desk.close());

const batch = (...numbers: number[]): ReadBatch => ({
  accepted: numbers.map((number) => someRow(number)),
  rejected: [{ rowNumber: 90, value: 'belum ada', name: null, reason: 'not-a-phone', params: {} }],
  duplicates: [{ rowNumber: 91, phone: '+6281200000001', name: 'Sari', firstRow: 2 }],
  rowsRead: numbers.length + 2,
});

/** Uploads, chooses columns and waits for the end. */
async function readSheet() {
  const { id } = await desk.upload(desk.putUpload('stored'));
  await desk.queue.idle();
  await desk.choose(id);
  await desk.queue.idle();
  return id;
}

const rowsOf = (id: string) => desk.unit.run(() => desk.recipients.after(id, 0, 100));
const issuesOf = (id: string) =>
  desk.unit.run(async () => [
    ...(await desk.issues.after(id, 'rejected', 0, 100)),
    ...(await desk.issues.after(id, 'duplicate', 0, 100)),
  ]);

describe('reading an uploaded list', () => {
  it('stores every row and every issue, and deletes the file', async () => {
    desk.reader.batches = [batch(1, 2), batch(3)];
    const id = await readSheet();
    expect(await desk.get(id)).toMatchObject({
      state: 'ready',
      variableNames: ['poli'],
      counts: { rows: 7, accepted: 3, rejected: 2, duplicates: 2 },
    });
    expect(await rowsOf(id)).toHaveLength(3);
    expect((await issuesOf(id)).map(({ reason, params }) => [reason, params])).toEqual([
      ['not-a-phone', {}],
      ['not-a-phone', {}],
      ['duplicate', { firstRow: 2 }],
      ['duplicate', { firstRow: 2 }],
    ]);
    expect(desk.uploads()).toEqual([]);
  });

  it('removes what was stored of a file that is refused half way', async () => {
    desk.reader.batches = [batch(1, 2), batch(3)];
    desk.reader.afterBatch = () => {
      desk.reader.refusal = new FileRefused('too-many-rows', { limit: 3 });
      return Promise.resolve();
    };
    const id = await readSheet();
    expect(await desk.get(id)).toMatchObject({
      state: 'failed',
      failure: { code: 'too-many-rows', params: { limit: 3 } },
    });
    expect(await rowsOf(id)).toEqual([]);
    expect(await issuesOf(id)).toEqual([]);
    expect(desk.uploads()).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  it('does not call a list ready that lost rows on the way', async () => {
    desk.reader.batches = [batch(1)];
    desk.reader.lostRows = 1;
    const id = await readSheet();
    expect(await desk.get(id)).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } });
    expect(desk.errors).toHaveLength(1);
  });

  it('does not call a list ready whose counts do not add up', async () => {
    desk.reader.batches = [{ ...batch(1), rejected: [] }];
    const id = await readSheet();
    expect(await desk.get(id)).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } });
  });

  it('stops when the list was given up meanwhile', async () => {
    desk.reader.batches = [batch(1), batch(2), batch(3)];
    const { id } = await desk.upload(desk.putUpload('stored'));
    await desk.queue.idle();
    let stored = 0;
    desk.reader.afterBatch = async (number) => {
      stored = number;
      await desk.unit.run(() => desk.imports.discard(id, desk.clock.now()));
    };
    await desk.choose(id);
    await desk.queue.idle();
    expect(stored).toBe(1);
    expect(desk.errors).toEqual([]);
    expect(desk.uploads()).toEqual([]);
  });

  it('is called off when the server stops, which the list says afterwards', async () => {
    desk.reader.batches = [batch(1), batch(2)];
    const { id } = await desk.upload(desk.putUpload('stored'));
    await desk.queue.idle();
    const stopped = new Promise<void>((resolve) => {
      desk.reader.afterBatch = (_, signal) => {
        resolve(desk.stop());
        return new Promise((calledOff) => {
          signal?.addEventListener('abort', () => {
            calledOff();
          });
        });
      };
    });
    await desk.choose(id);
    await stopped;
    expect(desk.heard.at(-1)).toMatchObject({
      import: { state: 'failed', failure: { code: 'interrupted' } },
    });
    const next = await openRecipientDesk(desk.dataDir);
    expect(await next.get(id)).toMatchObject({
      state: 'failed',
      failure: { code: 'interrupted' },
    });
    expect(next.uploads()).toEqual([]);
    await next.close();
  });

  it('takes columns once', async () => {
    const id = await readSheet();
    await expect(desk.choose(id)).rejects.toMatchObject({ code: 'IMPORT.NOT_CHOOSING' });
  });

  it('keeps a preview of a very wide sheet within what a database takes', async () => {
    const wide = Array.from({ length: 256 }, (_, index) => index);
    const cell = 'ꦱꦫꦶ'.repeat(50);
    const preview = await desk.reader.preview('wide');
    desk.reader.preview = () =>
      Promise.resolve({
        ...preview,
        columns: wide.map((index) => ({ index, header: cell, samples: Array(5).fill(cell) })),
        firstRows: Array(20).fill(wide.map(() => cell)),
      });
    const { id } = await desk.upload(desk.putUpload('stored'));
    await desk.queue.idle();
    const stored = await desk.get(id);
    expect(stored.preview?.columns).toHaveLength(256);
    expect(stored.preview?.firstRows.length).toBeGreaterThanOrEqual(5);
    expect(Buffer.byteLength(JSON.stringify(stored.preview))).toBeLessThan(65_535);
  });
});

describe('Freetext', () => {
  it('is stored as it was read', async () => {
    const list = await desk.freetext('081200000001|Sari\nbelum ada\n081200000001');
    expect(list).toMatchObject({
      source: 'freetext',
      state: 'ready',
      counts: { rows: 3, accepted: 1, rejected: 1, duplicates: 1 },
    });
    expect(await rowsOf(list.id)).toMatchObject([{ phone: '+6281200000001', name: 'Sari' }]);
  });

  it('finds a duplicate across pieces', async () => {
    const numbers = Array.from({ length: 2_500 }, (_, n) => `0812${String(n).padStart(8, '0')}`);
    const list = await desk.freetext([...numbers, numbers[0]].join('\n'));
    expect(list.counts).toEqual({
      rows: 2501,
      accepted: 2500,
      rejected: 0,
      duplicates: 1,
      optedOut: 0,
    });
  });

  it('says so when there are more rows than allowed', async () => {
    await desk.close();
    desk = await openRecipientDesk(undefined, {
      importLimits: { rows: 2, bytes: 1024, unpackedBytes: 1024, workMs: 60_000 },
    });
    const list = await desk.freetext('081200000001\n081200000002\n081200000003');
    expect(list).toMatchObject({
      state: 'failed',
      failure: { code: 'too-many-rows', params: { limit: 2 } },
    });
  });
});
