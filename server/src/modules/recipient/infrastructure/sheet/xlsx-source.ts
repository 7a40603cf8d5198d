import { FileRefused } from '../../domain/file-refusal.js';
import type { SheetRow } from '../../domain/sheet-cell.js';
import type { CellContext } from './cell-value.js';
import { readNumberFormats } from './number-format.js';
import type { ReadingLimits } from './reading-limits.js';
import { RowParser } from './row-parser.js';
import { readSharedStrings } from './shared-strings.js';
import type { SheetSource } from './sheet-source.js';
import { readWorkbook, type Workbook } from './workbook.js';
import { XmlReader } from './xml-reader.js';
import { ZipPackage } from './zip-package.js';

/** Rows handed on at a time: enough that the hand-over costs nothing, few enough to be forgotten soon. */
const ROWS_AT_A_TIME = 250;

/**
 * The first visible sheet of an .xlsx workbook, unpacked and parsed as a stream: memory holds the
 * table of shared texts and a few hundred rows, however long the sheet is.
 */
export class XlsxSource implements SheetSource {
  readonly format = 'xlsx';
  readonly sheetName: string;
  private readonly zip: ZipPackage;
  private readonly workbook: Workbook;

  private constructor(zip: ZipPackage, workbook: Workbook) {
    this.zip = zip;
    this.workbook = workbook;
    this.sheetName = workbook.sheetName;
  }

  /** @throws FileRefused when the file is not a workbook or holds what is not allowed */
  static async open(file: string, limits: ReadingLimits): Promise<XlsxSource> {
    const zip = await ZipPackage.open(file, limits);
    try {
      return new XlsxSource(zip, await readWorkbook(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  async *rows(): AsyncGenerator<SheetRow[], void, undefined> {
    try {
      const parser = new RowParser(await this.readContext());
      const xml = new XmlReader(parser);
      for await (const chunk of this.zip.read(this.workbook.sheetPart)) {
        xml.write(chunk);
        if (parser.ready >= ROWS_AT_A_TIME) yield parser.take();
        if (parser.finished) break;
      }
      if (!parser.finished) throw new FileRefused('damaged');
      if (parser.ready > 0) yield parser.take();
    } finally {
      this.zip.close();
    }
  }

  private async readContext(): Promise<CellContext> {
    const { sharedStringsPart, stylesPart, date1904 } = this.workbook;
    return {
      strings:
        sharedStringsPart === null
          ? null
          : await readSharedStrings(this.zip.read(sharedStringsPart)),
      formats: stylesPart === null ? [] : await readNumberFormats(this.zip.read(stylesPart)),
      date1904,
    };
  }
}
