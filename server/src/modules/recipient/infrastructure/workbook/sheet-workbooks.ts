import type { Readable } from 'node:stream';
import { issueSentence } from '#contracts/import-texts.js';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { RecipientWorkbooks } from '../../application/ports/recipient-workbooks.js';
import type { WorkbookLanguage } from '../../application/ports/recipient-workbooks.js';
import { SAMPLE_HEADERS } from '../../application/sample-list.js';
import type { SamplePatient } from '../../application/sample-list.js';
import { writeSheet } from '../../../../platform/sheet/sheet-writer.js';
import type { CellContent } from '../../../../platform/sheet/sheet-writer.js';

/** Name of the sheet and headings of the report, with their widths in characters. */
const REPORT = {
  id: { sheet: 'Tidak diambil', headers: ['Baris', 'Nomor', 'Nama', 'Alasan'] },
  en: { sheet: 'Not taken', headers: ['Row', 'Number', 'Name', 'Reason'] },
} as const;
const REPORT_WIDTHS = [10, 24, 30, 80];

const SAMPLE_SHEET = 'Penerima';
const SAMPLE_WIDTHS = [22, 26, 18, 18];
/** Place of the column of appointments. */
const APPOINTMENT = 2;

/** `RecipientWorkbooks`, each one sheet. */
export class SheetWorkbooks extends RecipientWorkbooks {
  sample(patients: readonly SamplePatient[]): Readable {
    const columns = SAMPLE_HEADERS.map((header, place) => ({
      header,
      width: SAMPLE_WIDTHS[place] ?? 0,
      kind: place === APPOINTMENT ? ('date' as const) : ('text' as const),
    }));
    const rows = patients.map(({ phone, name, appointment, clinic }) => [
      phone,
      name,
      appointment,
      clinic,
    ]);
    return writeSheet(SAMPLE_SHEET, columns, rows);
  }

  issues(language: WorkbookLanguage, issues: AsyncIterable<readonly ImportIssue[]>): Readable {
    const { sheet, headers } = REPORT[language];
    const columns = headers.map((header, place) => ({ header, width: REPORT_WIDTHS[place] ?? 0 }));
    return writeSheet(sheet, columns, rowsOf(language, issues));
  }
}

async function* rowsOf(
  language: WorkbookLanguage,
  pages: AsyncIterable<readonly ImportIssue[]>,
): AsyncGenerator<CellContent[]> {
  for await (const page of pages) {
    for (const issue of page) {
      const { rowNumber, value, name } = issue;
      yield [String(rowNumber), value, name, issueSentence(issue, language)];
    }
  }
}
