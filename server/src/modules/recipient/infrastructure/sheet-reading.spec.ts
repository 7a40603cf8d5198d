import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ReadBatch } from '../application/ports/sheet-reader.js';
import { previewSheet, readSheet } from './sheet-reading.js';
import { DEFAULT_READING_LIMITS } from './sheet/reading-limits.js';

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/sheets');

/** What a list comes to when every suggestion is taken, row by row. */
async function readWhole(name: string): Promise<Record<string, unknown>> {
  const file = join(FIXTURES, name);
  const { sheetName, headerRow, suggestion } = await previewSheet(file, DEFAULT_READING_LIMITS);
  const choice = { headerRow, phone: suggestion.phone ?? -1, name: suggestion.name };
  const batches: ReadBatch[] = [];
  const summary = await readSheet(file, choice, DEFAULT_READING_LIMITS, (batch) => {
    batches.push(batch);
  });
  const { accepted, rejected, duplicates, rowsRead } = summary;
  expect(accepted + rejected + duplicates).toBe(rowsRead);
  return {
    sheetName,
    accepted: batches.flatMap((batch) =>
      batch.accepted.map((row) => [row.rowNumber, row.phone, row.name, { ...row.variables }]),
    ),
    rejected: batches.flatMap((batch) =>
      batch.rejected.map((row) => [row.rowNumber, row.value, row.name, row.reason]),
    ),
    duplicates: batches.flatMap((batch) =>
      batch.duplicates.map((row) => [row.rowNumber, row.phone, row.firstRow]),
    ),
  };
}

describe('lists as real programs write them', () => {
  it.each([
    'libreoffice.xlsx',
    'libreoffice-utf-8.csv',
    'libreoffice-utf-16.csv',
    'libreoffice-windows-1252.csv',
  ])('%s', async (name) => {
    expect(await readWhole(name)).toEqual({
      sheetName: name.endsWith('.csv') ? null : 'Daftar',
      accepted: [
        [2, '+6281200000001', 'Sari Contoh', { tanggal_kontrol: '01/11/2026', poli: 'Anak' }],
        [
          3,
          '+6281200000002',
          'José “Budi”',
          { tanggal_kontrol: '02/11/2026', poli: 'Gigi; Mulut' },
        ],
        [4, '+6281200000003', 'Dewi Contoh', {}],
        [5, '+6281200000004', 'Agus Contoh', { poli: 'Mata' }],
      ],
      rejected: [[8, 'tidak punya', 'Rina Contoh', 'not-a-phone']],
      duplicates: [],
    });
  });

  it('openpyxl.xlsx: hidden cover, title, formula without value, padded record numbers', async () => {
    const day = '01/11/2026';
    expect(await readWhole('openpyxl.xlsx')).toEqual({
      sheetName: 'Pasien Kontrol',
      accepted: [
        [
          4,
          '+6281200000001',
          'Sari Contoh',
          { no: '1', tanggal_kontrol: day, jam: '10:30:00', no_rm: '00001234' },
        ],
        [
          5,
          '+6281200000002',
          'Budi Contoh',
          { no: '2', tanggal_kontrol: day, jam: '07:05:00', no_rm: '00000099' },
        ],
        [
          7,
          '+6281200000004',
          'Agus Contoh',
          { no: '4', tanggal_kontrol: `${day} 13:45`, no_rm: '00000007' },
        ],
      ],
      rejected: [[6, '', 'Dewi Contoh', 'formula-without-value']],
      duplicates: [[9, '+6281200000001', 4]],
    });
  });

  it.each(['xlsxwriter.xlsx', 'xlsxwriter-inline-1904.xlsx'])(
    '%s: rich text, shown zeros, links, formulas, errors, a total',
    async (name) => {
      expect(await readWhole(name)).toEqual({
        sheetName: 'Penerima',
        accepted: [
          [
            2,
            '+6281200000001',
            'Ibu Sari Contoh',
            { kontrol: '01/11/2026', catatan: 'baris 1\nbaris 2 <&>' },
          ],
          [3, '+6281200000002', 'Budi', { catatan: 'TRUE' }],
          [4, '+6281200000003', 'Dewi', {}],
          [5, '+6281200000004', 'Agus', {}],
        ],
        rejected: [
          [6, '#N/A', 'Rina', 'cell-error'],
          [8, '', 'Total 5 pasien', 'empty'],
        ],
        duplicates: [],
      });
    },
  );

  it('exceljs.xlsx: rich text, links, formulas', async () => {
    expect(await readWhole('exceljs.xlsx')).toEqual({
      sheetName: 'Sheet1',
      accepted: [
        [2, '+6281200000001', 'Ibu Sari', { tanggal: '01/11/2026' }],
        [3, '+6281200000002', 'Budi', { tanggal: '02/11/2026 10:30' }],
        [4, '+6281200000003', 'Dewi', {}],
      ],
      rejected: [[5, '', 'Agus', 'formula-without-value']],
      duplicates: [],
    });
  });
});

describe('previewSheet', () => {
  it('shows the first rows by their numbers, blank ones too, and what each column holds', async () => {
    const preview = await previewSheet(join(FIXTURES, 'openpyxl.xlsx'), DEFAULT_READING_LIMITS);
    expect(preview).toMatchObject({
      format: 'xlsx',
      headerRow: 3,
      suggestion: { phone: 2, name: 1 },
      firstRows: [
        ['Daftar pasien kontrol November'],
        [],
        ['No', 'Nama Pasien', 'No. HP', 'Tanggal Kontrol', 'Jam', 'No. RM'],
        ['1', 'Sari Contoh', '081200000001', '01/11/2026', '10:30:00', '00001234'],
        expect.anything(),
        expect.anything(),
        expect.anything(),
        [],
        ['5', 'Rina Contoh', '+62 812-0000-0001', '01/11/2026'],
      ],
    });
    expect(preview.columns[1]).toEqual({
      index: 1,
      header: 'Nama Pasien',
      samples: ['Sari Contoh', 'Budi Contoh', 'Dewi Contoh', 'Agus Contoh', 'Rina Contoh'],
    });
  });
});

describe('readSheet', () => {
  it('takes the first row for a recipient when there is no header, and another row when told', async () => {
    const file = join(FIXTURES, 'libreoffice-utf-8.csv');
    const read = (headerRow: number | null) =>
      readSheet(file, { headerRow, phone: 1, name: 0 }, DEFAULT_READING_LIMITS, () => undefined);
    expect(await read(null)).toMatchObject({ rowsRead: 6, variableNames: ['kolom_c', 'kolom_d'] });
    expect(await read(3)).toMatchObject({
      rowsRead: 3,
      variableNames: ['02_11_2026', 'gigi_mulut'],
    });
  });
});
