import { CsvSource } from './csv-source.js';
import { detectFileKind } from './file-kind.js';
import type { ReadingLimits } from './reading-limits.js';
import type { SheetSource } from './sheet-source.js';
import { XlsxSource } from './xlsx-source.js';

/**
 * Opens a file by what it is, whatever it is called. `rows()` of the result must be consumed or left,
 * which closes the file.
 *
 * @throws FileRefused when it is neither .xlsx nor .csv
 */
export async function openSheet(file: string, limits: ReadingLimits): Promise<SheetSource> {
  const kind = await detectFileKind(file);
  return kind === 'zip' ? XlsxSource.open(file, limits) : new CsvSource(file, limits);
}
