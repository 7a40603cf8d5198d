import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { openSheet } from './open-sheet.js';
import { DEFAULT_READING_LIMITS } from './reading-limits.js';
import { type CellContent, writeSheet } from '../../../../platform/sheet/sheet-writer.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-writer-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function store(bytes: Buffer): Promise<string> {
  const file = join(folder, 'sheet.xlsx');
  await writeFile(file, bytes);
  return file;
}

const COLUMNS = [
  { header: 'Nomor', width: 20 },
  { header: 'Isi', width: 40 },
];

const write = (...rows: CellContent[][]): Promise<Buffer> =>
  buffer(writeSheet('Hasil', COLUMNS, rows));

describe('writeSheet', () => {
  it('writes what begins like a formula as text, and every text so that it comes back', async () => {
    const texts = [
      '=1+1',
      '=HYPERLINK("http://evil.example","klik")',
      '+6281200000001',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '081200000001',
      'a < b & "c"\nbaris 2',
      '_x000D_ dan _x0041_',
      '😀 José',
    ];
    const bytes = await write(...texts.map((text) => [text, text]));
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f');
    expect(sheet).not.toContain('<hyperlink');
    const source = await openSheet(await store(bytes), DEFAULT_READING_LIMITS);
    const read: string[] = [];
    for await (const rows of source.rows()) {
      for (const { cells } of rows) {
        expect(cells[0]).toEqual(cells[1] && { ...cells[1], text: cells[0]?.text });
        expect(cells[1]?.kind).toBe('text');
        read.push(cells[1]?.text ?? '');
      }
    }
    expect(read).toEqual(['Isi', ...texts]);
  });

  it('survives characters that no spreadsheet can hold', async () => {
    const bytes = await write(['\u0000a\u0001b\u001f', 'x'.repeat(40_000)]);
    const source = await openSheet(await store(bytes), DEFAULT_READING_LIMITS);
    for await (const rows of source.rows()) {
      expect(rows[1]?.cells.map((cell) => cell?.text.length)).toEqual([2, 32_767]);
    }
  });

  it('fails when its rows fail', async () => {
    function* broken(): Generator<CellContent[]> {
      yield ['a', 'b'];
      throw new Error('database gone');
    }
    await expect(buffer(writeSheet('Hasil', COLUMNS, broken()))).rejects.toThrow('database gone');
  });

  it('asks for no more rows than the reader takes', async () => {
    let asked = 0;
    function* endless(): Generator<CellContent[]> {
      for (;;) {
        asked += 1;
        yield [`0812${String(asked).padStart(8, '0')}`, String(Math.sin(asked))];
      }
    }
    const stream = writeSheet('Hasil', COLUMNS, endless());
    await new Promise((resolve) => stream.once('readable', resolve));
    let last = -1;
    while (asked !== last) {
      last = asked;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(asked).toBeLessThan(50_000);
    stream.destroy();
  });
});
