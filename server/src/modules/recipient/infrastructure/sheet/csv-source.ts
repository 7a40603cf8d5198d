import Papa from 'papaparse';
import { FileRefused } from '../../domain/file-refusal.js';
import { type SheetCell, type SheetRow, textCell } from '../../domain/sheet-cell.js';
import { MAX_COLUMNS, MAX_TOKEN_LENGTH, type ReadingLimits } from './reading-limits.js';
import type { SheetSource } from './sheet-source.js';
import { decodeFile, detectEncoding } from './text-encoding.js';

/**
 * What separates fields: Excel writes `;` where the decimal sign is a comma, as in Indonesia. Of equals
 * the first wins, so that `36,5;0812…` is two fields.
 */
const DELIMITERS = ['\t', ';', '|', ','];

/** The delimiter is told by a beginning of the file this long, in characters. */
const SAMPLE_LENGTH = 64 * 1024;
/** And by this many records of it. */
const SAMPLE_RECORDS = 50;

/**
 * A .csv file, decoded and parsed as a stream. Row numbers count records, as a spreadsheet program
 * does when it opens the file; a first line `sep=;` names the delimiter and is no row.
 */
export class CsvSource implements SheetSource {
  readonly format = 'csv';
  readonly sheetName = null;
  private readonly file: string;
  private readonly limits: ReadingLimits;
  private rowNumber = 0;

  constructor(file: string, limits: ReadingLimits) {
    this.file = file;
    this.limits = limits;
  }

  async *rows(): AsyncGenerator<SheetRow[], void, undefined> {
    const text = decodeFile(this.file, await detectEncoding(this.file));
    let pending = '';
    let parser: Papa.Parser | null = null;
    let size = 0;
    for await (const chunk of text) {
      pending += chunk;
      size += chunk.length;
      if (size > this.limits.maxUnpackedBytes) {
        throw new FileRefused('too-large', { limit: this.limits.maxUnpackedBytes });
      }
      if (parser === null && isSample(pending)) [parser, pending] = prepare(pending);
      if (pending.length > MAX_TOKEN_LENGTH) throw new FileRefused('damaged');
      if (parser === null) continue;
      // The last record may go on in the next chunk.
      const { records, parsed } = parse(parser, pending, true);
      pending = pending.slice(parsed);
      if (pending.length > MAX_TOKEN_LENGTH) throw new FileRefused('damaged');
      yield this.toRows(records);
    }
    if (parser === null) [parser, pending] = prepare(pending);
    yield this.toRows(parse(parser, pending, false).records);
  }

  private toRows(records: readonly (readonly string[])[]): SheetRow[] {
    const rows: SheetRow[] = [];
    for (const fields of records) {
      this.rowNumber += 1;
      if (fields.every((field) => field.trim() === '')) continue;
      rows.push({ rowNumber: this.rowNumber, cells: fields.slice(0, MAX_COLUMNS).map(toCell) });
    }
    return rows;
  }
}

/** Whether the beginning of a file tells how it is written: it is long, and a line of it has ended. */
function isSample(text: string): boolean {
  return text.length >= SAMPLE_LENGTH && /[\r\n][^]/.test(text);
}

/** A parser for the file that begins with `text`, and `text` without a line `sep=`. */
function prepare(text: string): [Papa.Parser, string] {
  const named = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  if (named) return [newParser(named[1] as string, text), text.slice(named[0].length)];
  return [newParser(findDelimiter(text.slice(0, SAMPLE_LENGTH)), text), text];
}

/**
 * The delimiter by which most records have the same number of fields, more than one. (Papa Parse's own
 * guess goes by the average, which one title line above a list of two columns is enough to spoil.)
 */
function findDelimiter(sample: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: SAMPLE_RECORDS });
    const records = new Map<number, number>();
    for (const { length } of data) records.set(length, (records.get(length) ?? 0) + 1);
    for (const [fields, count] of records) {
      // Records first, then fields.
      const score = fields > 1 ? count + Math.min(fields, 999) / 1_000 : 0;
      if (score > bestScore) [best, bestScore] = [delimiter, score];
    }
  }
  return best;
}

function newParser(delimiter: string, sample: string): Papa.Parser {
  const newline = sample.includes('\r\n') ? '\r\n' : sample.includes('\n') ? '\n' : '\r';
  return new Papa.Parser({ delimiter, newline });
}

interface Parsed {
  readonly records: readonly (readonly string[])[];
  /** How much of the text was used. */
  readonly parsed: number;
}

function parse(parser: Papa.Parser, text: string, more: boolean): Parsed {
  // The parser's own types leave its result open.
  const result = parser.parse(text, 0, more) as {
    data: string[][];
    meta: { cursor: number };
  };
  return { records: result.data, parsed: result.meta.cursor };
}

/** Programs write `="0812…"` so that a spreadsheet keeps the zero; the text in it is what was meant. */
function toCell(field: string): SheetCell {
  const kept = /^="([^"]*)"$/.exec(field);
  return textCell(kept?.[1] ?? field);
}
