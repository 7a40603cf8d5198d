import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  makeWorkbook,
  type Part,
  PARTS,
  relationsXml,
  sheetXml,
  stringsXml,
  stylesXml,
  textRow,
  workbookXml,
} from '../../../../../test/fixtures/make-workbook.js';
import { readSheet } from '../sheet-reading.js';
import { DEFAULT_READING_LIMITS } from './reading-limits.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prima-xlsx-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Phone or reason, and the variable `isi`, of every row of a workbook, by row number. */
async function outcomes(bytes: Uint8Array): Promise<Map<number, string[]>> {
  const file = join(folder, 'upload');
  await writeFile(file, bytes);
  const found = new Map<number, string[]>();
  const choice = { headerRow: 1, phone: 0, name: null };
  await readSheet(file, choice, DEFAULT_READING_LIMITS, ({ accepted, rejected, duplicates }) => {
    for (const { rowNumber, phone, variables } of accepted) {
      found.set(rowNumber, [phone, variables['isi'] ?? '(none)']);
    }
    for (const { rowNumber, reason } of rejected) found.set(rowNumber, [reason]);
    for (const { rowNumber, firstRow } of duplicates) found.set(rowNumber, [`= row ${firstRow}`]);
  });
  return found;
}

const STRINGS = stringsXml(
  '<t>0812-0000-0001</t>',
  '<r><t>0812</t></r><r><rPr><b/></rPr><t xml:space="preserve">-0000 </t></r><r><t>-0002</t></r>',
  '<t>081200000003</t><rPh sb="0" eb="1"><t>999</t></rPh><phoneticPr fontId="1"/>',
  '<t>081200000004_x000D_\n</t>',
);
/** Cell styles by number: see the uses below. */
const STYLES = stylesXml(0, 'dd/mm/yyyy', '000000000000', 14, 'h:mm', '@', '[$-421]d mmmm yyyy;@');

/** Every kind of cell in the phone column: what it is, its markup, phone or reason. */
const PHONE_CELLS: readonly [string, string, string][] = [
  ['shared text', '<c t="s"><v>0</v></c>', '+6281200000001'],
  ['rich shared text, all its runs', '<c t="s"><v>1</v></c>', '+6281200000002'],
  ['shared text with phonetic hints', '<c t="s"><v>2</v></c>', '+6281200000003'],
  ['text with an escaped carriage return', '<c t="s"><v>3</v></c>', '+6281200000004'],
  ['inline text', '<c t="inlineStr"><is><t>081200000005</t></is></c>', '+6281200000005'],
  [
    'rich inline text with phonetic hints',
    '<c t="inlineStr"><is><r><t>0812</t></r><r><t>00000006</t></r><rPh sb="0" eb="1"><t>9</t></rPh></is></c>',
    '+6281200000006',
  ],
  ['text with an apostrophe', `<c t="str"><v>'081200000007</v></c>`, '+6281200000007'],
  ['a plain number', '<c><v>6281200000008</v></c>', '+6281200000008'],
  ['a number that lost its zero', '<c t="n"><v>81200000009</v></c>', '+6281200000009'],
  ['a number shown with its zero', '<c s="2"><v>81200000010</v></c>', '+6281200000010'],
  ['a number with an exponent, exact', '<c><v>6.28120000001E+12</v></c>', '+6281200000010'],
  ['a number with noise', '<c><v>6.2812000000119996E12</v></c>', '+6281200000012'],
  ['a number with a point', '<c><v>81200000013.0</v></c>', '+6281200000013'],
  ['a number of 16 digits', '<c><v>6281200000000014</v></c>', 'digits-lost'],
  ['text in scientific notation', '<c t="str"><v>6,28E+12</v></c>', 'digits-lost'],
  [
    'text in exact scientific notation',
    '<c t="str"><v>6.281200000015E+12</v></c>',
    '+6281200000015',
  ],
  [
    'a formula with its value',
    '<c t="str"><f>"0812"&amp;"…"</f><v>081200000016</v></c>',
    '+6281200000016',
  ],
  ['a formula with a number', '<c><f>A1+1</f><v>81200000017</v></c>', '+6281200000017'],
  ['a shared formula', '<c><f t="shared" si="0"/><v>81200000018</v></c>', '+6281200000018'],
  ['a formula never calculated', '<c><f>A1+1</f></c>', 'formula-without-value'],
  ['a formula with an empty value', '<c><f>A1+1</f><v></v></c>', 'formula-without-value'],
  ['a formula with an error', '<c t="e"><f>NA()</f><v>#N/A</v></c>', 'cell-error'],
  ['a formula with an empty text', '<c t="str"><f>""</f><v></v></c>', 'empty'],
  ['a truth value', '<c t="b"><v>1</v></c>', 'not-a-phone'],
  ['a date by its style', '<c s="1"><v>46327</v></c>', 'date-in-phone'],
  ['a date by its type', '<c t="d"><v>2026-11-01</v></c>', 'date-in-phone'],
  ['a cell with style alone', '<c s="1"/>', 'empty'],
  ['no cell', '', 'empty'],
  ['words', '<c t="inlineStr"><is><t>belum ada</t></is></c>', 'not-a-phone'],
  ['a foreign number', '<c t="str"><v>0065 8123 4567</v></c>', '+6581234567'],
];

/** Every kind of cell in another column: what it is, its markup, its value. */
const VALUE_CELLS: readonly [string, string, string][] = [
  ['a date', '<c s="1"><v>46327</v></c>', '01/11/2026'],
  ['a date by a built-in format', '<c s="3"><v>46327.9</v></c>', '01/11/2026'],
  ['a date by a format of Indonesia', '<c s="6"><v>46327</v></c>', '01/11/2026'],
  ['a time', '<c s="4"><v>0.4375</v></c>', '10:30'],
  ['an ISO date', '<c t="d"><v>2026-11-01T00:00:00Z</v></c>', '01/11/2026'],
  ['an ISO moment', '<c t="d"><v>2026-11-01T10:30:00.000</v></c>', '01/11/2026 10:30'],
  ['a number', '<c><v>36.5</v></c>', '36.5'],
  ['a number as floats have it', '<c><v>0.30000000000000004</v></c>', '0.3'],
  ['a negative number', '<c><v>-12</v></c>', '-12'],
  ['a tiny number', '<c><v>1.5E-7</v></c>', '0.00000015'],
  ['a record number shown with zeros', '<c s="2"><v>1234</v></c>', '000000001234'],
  ['a number formatted as text', '<c s="5"><v>007</v></c>', '007'],
  ['a truth value', '<c t="b"><v>0</v></c>', 'FALSE'],
  ['text with blanks around', '<c t="str"><v>  Poli Anak </v></c>', 'Poli Anak'],
  ['character data', '<c t="str"><v><![CDATA[a < b]]> &amp; c</v></c>', 'a < b & c'],
  ['an escaped escape', '<c t="str"><v>_x005F_x0041_ _x0041_</v></c>', '_x0041_ A'],
  ['several lines', '<c t="inlineStr"><is><t>a\nb</t></is></c>', 'a\nb'],
  ['an error', '<c t="e"><v>#REF!</v></c>', '(none)'],
  ['a formula never calculated', '<c><f>B1</f></c>', '(none)'],
  ['a number that lost digits', '<c><v>3.171E+15</v></c>', '(none)'],
];

function sheetOf(
  cells: readonly (readonly [string, string, string])[],
  row: (cell: string, n: number) => string,
): Uint8Array {
  const rows = cells.map(([, cell], n) => row(cell, n + 2)).join('');
  return makeWorkbook({
    [PARTS.sheet]: sheetXml(textRow(1, 'Nomor WA', 'isi') + rows),
    [PARTS.strings]: STRINGS,
    [PARTS.styles]: STYLES,
  });
}

describe('every kind of cell', () => {
  const at = (cell: string, address: string) => cell.replace('<c', `<c r="${address}"`);
  const full = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

  it('gives the right phone or a named reason', async () => {
    const bytes = sheetOf(
      PHONE_CELLS,
      (cell, n) => `<row r="${n}">${at(cell, `A${n}`)}${at(full('x'), `B${n}`)}</row>`,
    );
    const found = await outcomes(bytes);
    expect(found.size).toBe(PHONE_CELLS.length);
    const seen = PHONE_CELLS.map(([what], n) => [what, found.get(n + 2)?.[0]]);
    // The exact exponent repeats the number of the row before it: a duplicate, and rightly so.
    const wanted = PHONE_CELLS.map(([what, , phone], n) => [what, n === 10 ? '= row 11' : phone]);
    expect(seen).toEqual(wanted);
  });

  it('gives the value that a person reads', async () => {
    const bytes = sheetOf(VALUE_CELLS, (cell, n) => {
      const phone = full(`0812000001${String(n).padStart(2, '0')}`);
      return `<row>${phone}${cell}</row>`; // without row numbers and addresses
    });
    const found = await outcomes(bytes);
    expect(VALUE_CELLS.map(([what], n) => [what, found.get(n + 2)?.[1]])).toEqual(
      VALUE_CELLS.map(([what, , value]) => [what, value]),
    );
  });
});

describe('every shape of workbook', () => {
  const MAIN = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const list = sheetXml(textRow(1, 'Nomor WA', 'isi') + textRow(2, '081200000001', 'Anak'));
  const prefixed = list.replace(/<(\/?)(?=\w)/g, '<$1x:').replace(/xmlns=/, 'xmlns:x=');
  const other = sheetXml(textRow(1, 'bukan daftar'));
  const moved = (target: string): Record<string, Part> => ({
    [PARTS.relations]: relationsXml(['rId1', 'worksheet', target]),
    [PARTS.sheet]: null,
    'xl/sub/lembar satu.xml': list,
  });

  it.each<[string, Record<string, Part>]>([
    ['a prefix before every name', { [PARTS.sheet]: prefixed }],
    [
      'a prefix in the other parts',
      {
        [PARTS.sheet]: list,
        [PARTS.workbook]: `<x:workbook ${MAIN} xmlns:q="urn:q"><x:sheets><x:sheet name="a" q:id="rId1"/></x:sheets></x:workbook>`,
      },
    ],
    [
      'strict names',
      {
        [PARTS.sheet]: list.replace(/http:[^"]*/, 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
      },
    ],
    ['UTF-16', { [PARTS.sheet]: Buffer.from(`\ufeff${list}`, 'utf16le') }],
    ['a byte order mark', { [PARTS.sheet]: `\ufeff<?xml version="1.0"?>\n${list}` }],
    ['a sheet somewhere else', moved('sub/lembar satu.xml')],
    ['an absolute name of the sheet', moved('/xl/sub/lembar satu.xml')],
    ['a relative name of the sheet', moved('../xl/./sub/lembar satu.xml')],
    [
      'no styles and no shared texts',
      {
        [PARTS.sheet]: list,
        [PARTS.styles]: null,
        [PARTS.strings]: null,
        [PARTS.relations]: relationsXml(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
      },
    ],
    [
      'a hidden sheet before it',
      {
        [PARTS.workbook]: workbookXml([{ name: 'h', state: 'hidden' }, { name: 'a' }]),
        [PARTS.relations]: relationsXml(
          ['rId1', 'worksheet', 'worksheets/other.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
        ),
        [PARTS.sheet]: list,
        'xl/worksheets/other.xml': other,
      },
    ],
  ])('%s', async (_what, parts) => {
    expect(await outcomes(makeWorkbook(parts))).toEqual(new Map([[2, ['+6281200000001', 'Anak']]]));
  });

  it('days counted from 1904', async () => {
    const row = `<row r="2"><c t="str"><v>081200000001</v></c><c s="1"><v>${46327 - 1462}</v></c></row>`;
    const bytes = makeWorkbook({
      [PARTS.workbook]: workbookXml([{ name: 'a' }], true),
      [PARTS.sheet]: sheetXml(textRow(1, 'Nomor WA', 'isi') + row),
      [PARTS.styles]: STYLES,
    });
    expect((await outcomes(bytes)).get(2)?.[1]).toBe('01/11/2026');
  });

  it('an archive in zip64', async () => {
    const { default: exceljs } = await import('exceljs');
    const { PassThrough } = await import('node:stream');
    const out = new PassThrough();
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, zip: { forceZip64: true } });
    const bytes = buffer(out);
    const sheet = book.addWorksheet('a');
    for (const row of [
      ['Nomor WA', 'isi'],
      ['081200000001', 'Anak'],
    ])
      sheet.addRow(row).commit();
    await book.commit();
    expect((await bytes).includes(Buffer.from('PK\x06\x06', 'latin1'))).toBe(true);
    expect((await outcomes(await bytes)).get(2)).toEqual(['+6281200000001', 'Anak']);
  });
});
