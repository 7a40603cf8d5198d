import { readXml, type XmlAttributes, type XmlHandler } from './xml-reader.js';

/**
 * How the numbers of a cell style are shown, as far as it changes what they mean: as date, time or
 * both, as a duration, padded with zeros (`000000`: record numbers, phone numbers), or as they are.
 */
export type NumberFormat =
  | { readonly shows: 'number' }
  | { readonly shows: 'padded'; readonly width: number }
  | { readonly shows: 'duration' }
  | {
      readonly shows: 'moment';
      readonly date: boolean;
      readonly time: boolean;
      readonly seconds: boolean;
    };

/** The format of a cell without a style. */
export const PLAIN_NUMBER: NumberFormat = { shows: 'number' };

const DATE: NumberFormat = { shows: 'moment', date: true, time: false, seconds: false };
const TIME: NumberFormat = { shows: 'moment', date: false, time: true, seconds: false };
const TIME_SECONDS: NumberFormat = { shows: 'moment', date: false, time: true, seconds: true };
const DATE_TIME: NumberFormat = { shows: 'moment', date: true, time: true, seconds: false };

/** Formats that a workbook uses by number without spelling them (ECMA-376 part 1, 18.8.30). */
function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return DATE;
  if (id >= 50 && id <= 58) return DATE;
  if (id === 18 || id === 20 || id === 32 || id === 34) return TIME;
  if (id === 19 || id === 21 || id === 33 || id === 35 || id === 45 || id === 47) {
    return TIME_SECONDS;
  }
  if (id === 22) return DATE_TIME;
  return id === 46 ? { shows: 'duration' } : PLAIN_NUMBER;
}

/** Spreadsheet programs allow 255 characters. On a long code the expressions below would take for ever. */
const MAX_CODE = 255;

/** Reads a format code such as `[$-421]dd mmmm yyyy;@`. */
export function parseFormatCode(code: string): NumberFormat {
  if (code.length > MAX_CODE) return PLAIN_NUMBER;
  const section = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '') // literal text, spacing, filling
    .split(';', 1)[0] as string;
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return { shows: 'duration' };
  const letters = section.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/^0{2,}$/.test(letters)) return { shows: 'padded', width: letters.length };
  if (/general|standard/.test(letters) || !/[dmyhs]/.test(letters)) return PLAIN_NUMBER;
  const time = /[hs]/.test(letters);
  // Beside hours or seconds, m means minutes.
  const date = /[dy]/.test(letters) || (!time && letters.includes('m'));
  return { shows: 'moment', date, time, seconds: letters.includes('s') };
}

/** Reads the styles part: the number format of every cell style, by the style's number. */
export async function readNumberFormats(chunks: AsyncIterable<Buffer>): Promise<NumberFormat[]> {
  const handler = new StylesHandler();
  await readXml(chunks, handler);
  return handler.formats;
}

class StylesHandler implements XmlHandler {
  readonly formats: NumberFormat[] = [];
  private readonly codes = new Map<number, NumberFormat>();
  private inCellFormats = false;

  open(name: string, attributes: XmlAttributes): void {
    const id = Number(attributes['numFmtId'] ?? 0);
    if (name === 'numFmt') this.codes.set(id, parseFormatCode(attributes['formatCode'] ?? ''));
    else if (name === 'cellXfs') this.inCellFormats = true;
    else if (name === 'xf' && this.inCellFormats) {
      this.formats.push(this.codes.get(id) ?? builtInFormat(id));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false;
  }

  text(): void {
    // Styles carry everything in attributes.
  }
}
