import type { Readable } from 'node:stream';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { recipientReasonSentence, recipientStateTexts } from '#contracts/recipient-texts.js';
import { writtenMoment } from '../../../../platform/kernel/written-moment.js';
import { writeSheet } from '../../../../platform/sheet/sheet-writer.js';
import { ResultsWorkbook } from '../../application/ports/results-workbook.js';
import type { WorkbookLanguage } from '../../application/ports/results-workbook.js';

const SHEET_NAME = { id: 'Hasil', en: 'Results' } as const;

/** Columns with their width in characters. */
const COLUMNS = [
  { id: 'No', en: 'No', width: 8 },
  { id: 'Nama', en: 'Name', width: 30 },
  { id: 'Nomor', en: 'Number', width: 20 },
  { id: 'Status', en: 'Status', width: 16 },
  { id: 'Waktu', en: 'Time', width: 24 },
  { id: 'Alasan', en: 'Reason', width: 60 },
  { id: 'Percobaan', en: 'Attempts', width: 11 },
] as const;

/** Results as one sheet of an .xlsx file. */
export class SheetResultsWorkbook extends ResultsWorkbook {
  write(language: WorkbookLanguage, recipients: AsyncIterable<readonly RecipientView[]>): Readable {
    const columns = COLUMNS.map((column) => ({ header: column[language], width: column.width }));
    return writeSheet(SHEET_NAME[language], columns, rowsOf(language, recipients));
  }
}

async function* rowsOf(
  language: WorkbookLanguage,
  pages: AsyncIterable<readonly RecipientView[]>,
): AsyncIterable<(string | null)[]> {
  let place = 0;
  for await (const page of pages) {
    for (const { name, phone, state, stateSince, reason, attempts } of page) {
      place += 1;
      yield [
        String(place),
        name,
        phone,
        recipientStateTexts[state][language],
        stateSince && writtenMoment(stateSince, language),
        reason && recipientReasonSentence(reason, language),
        String(attempts),
      ];
    }
  }
}
