import type { Writable } from 'node:stream';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import exceljs from 'exceljs';
import { issueSentence } from '#contracts/import-texts.js';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { RecipientWorkbooks } from '../../application/ports/recipient-workbooks.js';
import type { WorkbookLanguage } from '../../application/ports/recipient-workbooks.js';

/** Names of sheets and headings of the report. */
const WORDS = {
  id: {
    sheets: { rejected: 'Ditolak', duplicate: 'Ganda' },
    headers: ['Baris', 'Nomor', 'Nama', 'Alasan'],
    none: 'Tidak ada baris yang ditolak.',
  },
  en: {
    sheets: { rejected: 'Rejected', duplicate: 'Duplicates' },
    headers: ['Row', 'Number', 'Name', 'Reason'],
    none: 'No row was rejected.',
  },
} as const;

const ISSUE_WIDTHS = [10, 24, 30, 80];
const LIST_WIDTH = 26;
/** Excel's built-in format "Text": what is typed into such a cell keeps its leading zero. */
const TEXT_FORMAT = '@';

/** `RecipientWorkbooks` through the streaming writer of exceljs, which holds one row at a time. */
@Injectable()
export class ExceljsWorkbooks extends RecipientWorkbooks {
  async writeList(
    target: Writable,
    headers: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void> {
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true });
    const sheet = book.addWorksheet('Penerima');
    sheet.columns = headers.map(() => ({ width: LIST_WIDTH, style: { numFmt: TEXT_FORMAT } }));
    addHeader(sheet, headers);
    for (const row of rows) sheet.addRow([...row]).commit();
    await book.commit();
  }

  async writeIssues(
    target: Writable,
    language: WorkbookLanguage,
    issues: AsyncIterable<readonly ImportIssue[]>,
  ): Promise<void> {
    const words = WORDS[language];
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true });
    const sheets = new Map<ImportIssue['kind'], exceljs.Worksheet>();
    for await (const page of issues) {
      for (const issue of page) {
        const { kind, rowNumber, value, name } = issue;
        const sheet = sheets.get(kind) ?? addIssueSheet(book, words.sheets[kind], words.headers);
        sheets.set(kind, sheet);
        // Texts are written as texts: a value that begins with = is shown, not calculated.
        sheet.addRow([rowNumber, value, name ?? '', issueSentence(issue, language)]).commit();
      }
      await eventLoopTurn();
    }
    if (sheets.size === 0) {
      addIssueSheet(book, words.sheets.rejected, words.headers).addRow(['', '', '', words.none]);
    }
    await book.commit();
  }
}

function addIssueSheet(
  book: exceljs.stream.xlsx.WorkbookWriter,
  name: string,
  headers: readonly string[],
): exceljs.Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = ISSUE_WIDTHS.map((width) => ({ width }));
  addHeader(sheet, headers);
  return sheet;
}

function addHeader(sheet: exceljs.Worksheet, headers: readonly string[]): void {
  const row = sheet.addRow([...headers]);
  row.font = { bold: true };
  row.commit();
}
