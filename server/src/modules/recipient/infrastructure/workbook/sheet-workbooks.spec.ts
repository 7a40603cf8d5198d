import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadBatch } from '../../application/ports/sheet-reader.js';
import { samplePatients, sampleText } from '../../application/sample-list.js';
import { readFreetext } from '../../domain/freetext.js';
import { RecipientList, noRows } from '../../domain/recipient-list.js';
import { previewSheet, readSheet } from '../sheet-reading.js';
import { DEFAULT_READING_LIMITS } from '../sheet/reading-limits.js';
import { SheetWorkbooks } from './sheet-workbooks.js';

const NOW = Date.UTC(2026, 10, 1);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-workbooks-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the example list', () => {
  it('is fifty fictional patients with one of each common fault', async () => {
    const file = join(folder, 'sample.xlsx');
    await writeFile(file, await buffer(new SheetWorkbooks().sample(samplePatients(NOW))));
    const preview = await previewSheet(file, DEFAULT_READING_LIMITS);
    expect(preview).toMatchObject({ headerRow: 1, suggestion: { phone: 0, name: 1 } });
    const batches: ReadBatch[] = [];
    const choice = { headerRow: 1, phone: 0, name: 1 };
    const summary = await readSheet(file, choice, DEFAULT_READING_LIMITS, (batch) => {
      batches.push(batch);
    });
    expect(summary).toEqual({
      rowsRead: 50,
      accepted: 44,
      rejected: 5,
      duplicates: 1,
      variableNames: ['tanggal_kontrol', 'poli'],
    });
    expect(batches[0]?.rejected.map(({ reason }) => reason)).toEqual([
      'not-a-phone',
      'too-short',
      'empty',
      'digits-lost',
      'several-numbers',
    ]);
    expect(batches[0]?.accepted[0]).toMatchObject({
      phone: '+6281200000001',
      variables: { tanggal_kontrol: '08/11/2026', poli: 'Poli Anak' },
    });
  });

  it('is the same list when it is pasted', () => {
    const { rows, variableNames } = readFreetext(sampleText(NOW));
    const list = new RecipientList(variableNames);
    const sorted = noRows();
    for (const row of rows) list.sort(row, sorted);
    expect(variableNames).toEqual(['tanggal_kontrol', 'poli']);
    expect([sorted.accepted.length, sorted.rejected.length, sorted.duplicates.length]).toEqual([
      44, 5, 1,
    ]);
    expect(sorted.accepted[0]).toMatchObject({
      name: 'Sari Contoh',
      variables: { tanggal_kontrol: '08/11/2026', poli: 'Poli Anak' },
    });
    // Nobody lacks what the message of the practice tour names.
    expect(sorted.accepted.every(({ name, variables }) => name && variables.poli)).toBe(true);
  });
});
