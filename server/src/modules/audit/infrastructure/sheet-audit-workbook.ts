import type { Readable } from 'node:stream';
import { auditActionText, auditDetailsText, auditSubjectText } from '#contracts/audit-texts.js';
import { writtenMoment } from '../../../platform/kernel/written-moment.js';
import { writeSheet } from '../../../platform/sheet/sheet-writer.js';
import type { AuditRecord } from '../application/ports/audit-entry-repository.js';
import { AuditWorkbook } from '../application/ports/audit-workbook.js';
import type { WorkbookLanguage } from '../application/ports/audit-workbook.js';

/** Columns with their width in characters. */
const COLUMNS = [
  { id: 'No', en: 'No', width: 10 },
  { id: 'Waktu', en: 'Time', width: 24 },
  { id: 'Waktu (UTC)', en: 'Time (UTC)', width: 26 },
  { id: 'Orang', en: 'Person', width: 28 },
  { id: 'Tindakan', en: 'Action', width: 34 },
  { id: 'Objek', en: 'Object', width: 18 },
  { id: 'ID objek', en: 'Object id', width: 38 },
  { id: 'Keterangan', en: 'Details', width: 70 },
] as const;

/** The audit as one sheet of an .xlsx file. */
export class SheetAuditWorkbook extends AuditWorkbook {
  write(language: WorkbookLanguage, pages: AsyncIterable<readonly AuditRecord[]>): Readable {
    const columns = COLUMNS.map((column) => ({ header: column[language], width: column.width }));
    return writeSheet('Audit', columns, rowsOf(language, pages));
  }
}

async function* rowsOf(
  language: WorkbookLanguage,
  pages: AsyncIterable<readonly AuditRecord[]>,
): AsyncIterable<string[]> {
  for await (const page of pages) {
    for (const { id, at, actor, action, subject, subjectId, details } of page) {
      const instant = new Date(at).toISOString();
      yield [
        String(id),
        writtenMoment(instant, language),
        instant,
        actor,
        auditActionText(action, language),
        auditSubjectText(subject, language),
        subjectId,
        auditDetailsText(details, language),
      ];
    }
  }
}
