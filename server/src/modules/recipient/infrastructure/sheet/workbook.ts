import { posix } from 'node:path';
import { FileRefused } from '../../domain/file-refusal.js';
import { readXml, type XmlAttributes } from './xml-reader.js';
import type { ZipPackage } from './zip-package.js';

/** Where the parts of a workbook are and how it counts days. */
export interface Workbook {
  readonly sheetName: string;
  readonly sheetPart: string;
  /** Null when the workbook has none. */
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
  /** Whether days count from 1904 (old Excel for Mac) and not from 1900. */
  readonly date1904: boolean;
}

/** Spreadsheet programs allow 31 characters; the name is shown and stored. */
const MAX_SHEET_NAME = 100;

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** What else a zip of office parts may be, by a word in its content types. */
const OTHER_DOCUMENTS: readonly [RegExp, string][] = [
  [/wordprocessingml/, 'word'],
  [/presentationml/, 'powerpoint'],
  [/sheet\.binary/, 'xlsb'],
];

/**
 * Finds the first visible sheet of a workbook by the package's own relations, as ECMA-376 wants it:
 * the names `xl/workbook.xml` and `sheet1.xml` are habits of Excel, not rules.
 *
 * @throws FileRefused `not-a-spreadsheet`, `macros`, `no-visible-sheet`, and what reading throws
 */
export async function readWorkbook(zip: ZipPackage): Promise<Workbook> {
  await checkContentTypes(zip);
  const main = (await readRelations(zip, '')).find(({ type }) => type === 'officeDocument');
  if (!main) throw new FileRefused('damaged');
  const relations = await readRelations(zip, main.target);
  const { sheets, date1904 } = await readSheets(zip, main.target);
  const partOf = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.target ?? null;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const relation = relations.find(({ id }) => id === sheet.relation);
    if (relation?.type !== 'worksheet') continue; // a sheet that is only a chart
    return {
      sheetName: sheet.name,
      sheetPart: relation.target,
      sharedStringsPart: partOf('sharedStrings'),
      stylesPart: partOf('styles'),
      date1904,
    };
  }
  throw new FileRefused('no-visible-sheet');
}

async function checkContentTypes(zip: ZipPackage): Promise<void> {
  if (!zip.has('[Content_Types].xml')) {
    const found = zip.has('content.xml') && zip.has('mimetype') ? 'ods' : 'zip';
    throw new FileRefused('not-a-spreadsheet', { found });
  }
  const types: string[] = [];
  await readElements(zip, '[Content_Types].xml', (_name, attributes) => {
    types.push(attributes['ContentType'] ?? '');
  });
  if (types.some((type) => /macroenabled|vbaproject|macrosheet/i.test(type)))
    throw new FileRefused('macros');
  if (types.includes(WORKBOOK_TYPE)) return;
  const other = OTHER_DOCUMENTS.find(([word]) => types.some((type) => word.test(type)));
  throw new FileRefused('not-a-spreadsheet', { found: other?.[1] ?? 'zip' });
}

interface Relation {
  readonly id: string;
  /** Last word of the relation's type: the same in transitional and strict documents. */
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

/** @param part the part whose relations are wanted; empty for those of the package */
async function readRelations(zip: ZipPackage, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const relations: Relation[] = [];
  await readElements(zip, posix.join(dir, '_rels', `${base}.rels`), (name, attributes) => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
    const target = posix.resolve('/', dir, attributes['Target'] ?? '').slice(1);
    relations.push({ id: attributes['Id'] ?? '', type, target });
  });
  return relations;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

async function readSheets(
  zip: ZipPackage,
  part: string,
): Promise<{ sheets: SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readElements(zip, part, (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name === 'sheet') {
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ name: (attributes['name'] ?? '').slice(0, MAX_SHEET_NAME), relation, hidden });
    }
  });
  return { sheets, date1904 };
}

async function readElements(
  zip: ZipPackage,
  part: string,
  open: (name: string, attributes: XmlAttributes) => void,
): Promise<void> {
  await readXml(zip.read(part), { open, close: () => undefined, text: () => undefined });
}
