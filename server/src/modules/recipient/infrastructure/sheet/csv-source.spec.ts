import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSheet } from './open-sheet.js';
import { DEFAULT_READING_LIMITS } from './reading-limits.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Row number and texts of every row. */
async function read(content: string | Buffer): Promise<(string | number)[][]> {
  const file = join(folder, 'upload');
  await writeFile(file, content);
  const source = await openSheet(file, DEFAULT_READING_LIMITS);
  expect(source.format).toBe('csv');
  const found: (string | number)[][] = [];
  for await (const rows of source.rows()) {
    for (const { rowNumber, cells } of rows) {
      found.push([rowNumber, ...cells.map((cell) => cell?.text ?? '')]);
    }
  }
  return found;
}

const LIST = [
  [1, 'Nama', 'Nomor WA'],
  [2, 'Sari', '081200000001'],
];

describe('CsvSource', () => {
  it.each([
    ['commas', 'Nama,Nomor WA\r\nSari,081200000001\r\n'],
    ['semicolons', 'Nama;Nomor WA\nSari;081200000001'],
    ['tabs', 'Nama\tNomor WA\nSari\t081200000001\n'],
    ['bars', 'Nama|Nomor WA\nSari|081200000001'],
    ['old line ends', 'Nama,Nomor WA\rSari,081200000001'],
    ['a byte order mark', '\ufeffNama,Nomor WA\nSari,081200000001'],
    ['quotes', '"Nama","Nomor WA"\n"Sari","081200000001"'],
    ['a delimiter by name', 'sep=;\r\nNama;Nomor WA\r\nSari;081200000001'],
    ['zeros kept by a formula', 'Nama,Nomor WA\nSari,="081200000001"'],
  ])('reads %s', async (_what, content) => {
    expect(await read(content)).toEqual(LIST);
  });

  it.each(['utf16le', 'latin1'] as const)('reads %s', async (encoding) => {
    const text = 'Nama,Nomor WA\nJosé,081200000001';
    const content = Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding);
    expect((await read(content))[1]).toEqual([2, 'José', '081200000001']);
  });

  it('reads UTF-16 with the other byte order', async () => {
    expect(
      await read(Buffer.from('\ufeffNama,Nomor WA\nSari,081200000001', 'utf16le').swap16()),
    ).toEqual(LIST);
  });

  it('numbers rows as a spreadsheet shows them: blank lines count, lines inside quotes do not', async () => {
    expect(await read('Nama,Alamat\n\n,\n"Sari","Jl. A\nNo. 2; ""Pojok"""\nBudi,x')).toEqual([
      [1, 'Nama', 'Alamat'],
      [4, 'Sari', 'Jl. A\nNo. 2; "Pojok"'],
      [5, 'Budi', 'x'],
    ]);
  });

  it.each([
    ['a title above the list', 'Daftar pasien\nNama;Nomor WA\nSari, dr.;081200000001'],
    ['decimal commas', 'Suhu;Nomor WA\n36,5;081200000001\n37,1;081200000002'],
    ['lists inside of fields', 'Poli;Nomor WA\n"a;b,c";081200000001\n"d,e,f";081200000002'],
  ])('finds the delimiter in spite of %s', async (_what, content) => {
    expect((await read(content)).at(-1)).toHaveLength(3);
  });

  it('reads one column', async () => {
    expect(await read('Nomor WA\n081200000001\n081200000002')).toEqual([
      [1, 'Nomor WA'],
      [2, '081200000001'],
      [3, '081200000002'],
    ]);
  });

  it('reads records and characters across the borders of chunks', async () => {
    const name = (n: number) => `Jose\u0301 "é😀" ${n},\n${'x'.repeat(n % 97)}`;
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = Array.from({ length: 20_000 }, (_, n) => `${n},${quoted(name(n))}`);
    const found = await read(`no,nama\n${lines.join('\n')}`);
    expect(found).toHaveLength(20_001);
    expect(
      found.every(
        ([row, no, text], n) =>
          n === 0 || (row === n + 1 && no === `${n - 1}` && text === name(n - 1)),
      ),
    ).toBe(true);
  });

  it('takes a byte late in a large file for Windows-1252', async () => {
    const content = Buffer.from(`nama\n${'Sari\n'.repeat(50_000)}José`, 'latin1');
    expect((await read(content)).at(-1)).toEqual([50_002, 'José']);
  });
});
