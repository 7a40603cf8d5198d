import { writeFileSync } from 'node:fs';
import { PARTS, makeWorkbook, sheetXml, stringsXml, stylesXml } from '../fixtures/make-workbook.js';

/** Serial number of 22 November 2026 as spreadsheets count days. */
const FIRST_DAY = 46_348;

/** Headers of the columns. */
const HEADERS = ['Nama', 'Nomor WA', 'Tanggal', 'Poli'];

/** Which of them is which. */
export const CHOICE = { headerRow: 1, phone: 1, name: 0 } as const;

/** The number of the n-th patient, as people type it. */
export function phoneOf(n: number): string {
  return `0812${String(n).padStart(8, '0')}`;
}

/** The name of the n-th patient. */
export function nameOf(n: number): string {
  return `Pasien Contoh Nomor ${String(n)}`;
}

/**
 * Writes a list of `rows` patients as Excel does: texts in a shared table that comes after the sheet in
 * the package, phone numbers as text with their leading zero, days as styled serial numbers.
 */
export function writeWorkbook(file: string, rows: number): void {
  const places = new Map<string, number>();
  const text = (cell: string, value: string): string => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return `<c r="${cell}" t="s"><v>${String(place)}</v></c>`;
  };
  const row = (number: number, cells: readonly string[]): string =>
    `<row r="${String(number)}" spans="1:4">${cells.join('')}</row>`;
  const lines = [
    row(
      1,
      HEADERS.map((header, column) => text(`${'ABCD'[column] ?? ''}1`, header)),
    ),
  ];
  for (let n = 0; n < rows; n += 1) {
    const number = n + 2;
    lines.push(
      row(number, [
        text(`A${String(number)}`, nameOf(n)),
        text(`B${String(number)}`, phoneOf(n)),
        `<c r="C${String(number)}" s="1"><v>${String(FIRST_DAY + (n % 30))}</v></c>`,
        text(`D${String(number)}`, `Poli ${String(n % 10)}`),
      ]),
    );
  }
  const strings = [...places.keys()].map((value) => `<si><t>${value}</t></si>`).join('');
  const workbook = makeWorkbook({
    [PARTS.sheet]: sheetXml(lines.join('')),
    [PARTS.strings]: stringsXml().replace('</sst>', () => `${strings}</sst>`),
    [PARTS.styles]: stylesXml(0, 'dd/mm/yyyy'),
  });
  writeFileSync(file, workbook);
}
