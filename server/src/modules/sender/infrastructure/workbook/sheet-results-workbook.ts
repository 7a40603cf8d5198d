import type { Readable } from 'node:stream';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { recipientReasonSentence, recipientStateTexts } from '#contracts/recipient-texts.js';
import { writeSheet } from '../../../recipient/index.js';
import type { SheetColumn } from '../../../recipient/index.js';
import { ResultsWorkbook } from '../../application/ports/results-workbook.js';
import type { WorkbookLanguage } from '../../application/ports/results-workbook.js';

const SHEET = { id: 'Hasil', en: 'Results' } as const;

const HEADERS = [
  { id: 'No', en: 'No', width: 8 },
  { id: 'Nama', en: 'Name', width: 30 },
  { id: 'Nomor', en: 'Number', width: 20 },
  { id: 'Status', en: 'Status', width: 16 },
  { id: 'Waktu', en: 'Time', width: 24 },
  { id: 'Alasan', en: 'Reason', width: 60 },
  { id: 'Percobaan', en: 'Attempts', width: 11 },
] as const;

/** Moments as people in Jakarta read them. */
const FORMATS = {
  id: momentFormat('id-ID'),
  en: momentFormat('en-GB'),
} as const;

/** Results as one sheet of an .xlsx file. */
export class SheetResultsWorkbook extends ResultsWorkbook {
  write(
    language: WorkbookLanguage,
    recipients: AsyncIterable<readonly RecipientView[]>,
  ): Readable {
    const columns: SheetColumn[] = HEADERS.map((header) => ({
      header: header[language],
      width: header.width,
    }));
    return writeSheet(SHEET[language], columns, rowsOf(language, recipients));
  }
}

async function* rowsOf(
  language: WorkbookLanguage,
  pages: AsyncIterable<readonly RecipientView[]>,
): AsyncIterable<(string | null)[]> {
  let place = 0;
  for await (const page of pages) {
    for (const recipient of page) {
      place += 1;
      yield [
        String(place),
        recipient.name,
        recipient.phone,
        recipientStateTexts[recipient.state][language],
        recipient.stateSince && momentText(language, recipient.stateSince),
        recipient.reason && recipientReasonSentence(recipient.reason, language),
        String(recipient.attempts),
      ];
    }
  }
}

function momentText(language: WorkbookLanguage, instant: string): string {
  return `${FORMATS[language].format(new Date(instant)).replace(',', '')} WIB`;
}

function momentFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  });
}
