import type { Database } from '../../../platform/database/database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportIssues } from '../application/ports/import-issues.js';
import type { ImportRemains } from '../application/ports/import-remains.js';
import type { RecipientImports } from '../application/ports/recipient-imports.js';
import type { NewRecipient, Recipients } from '../application/ports/recipients.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import type { AcceptedRow } from '../domain/recipient-row.js';
import { ImportIssueRow } from '../infrastructure/persistence/import-issue.row.js';
import { RecipientImportRow } from '../infrastructure/persistence/recipient-import.row.js';
import { RecipientRow } from '../infrastructure/persistence/recipient.row.js';
import { TypeormImportIssues } from '../infrastructure/persistence/typeorm-import-issues.js';
import { TypeormImportRemains } from '../infrastructure/persistence/typeorm-import-remains.js';
import { TypeormRecipientImports } from '../infrastructure/persistence/typeorm-recipient-imports.js';
import { TypeormRecipients } from '../infrastructure/persistence/typeorm-recipients.js';

/** Rows of this module's tables. */
export const RECIPIENT_ROWS = [ImportIssueRow, RecipientImportRow, RecipientRow];

/** The repositories of this module on one database. */
export interface RecipientStorage {
  readonly unit: UnitOfWork;
  readonly imports: RecipientImports;
  readonly recipients: Recipients;
  readonly issues: ImportIssues;
  readonly remains: ImportRemains;
}

/** Storage with an end: what a contract suite needs. */
export type OpenStorage = RecipientStorage & { readonly close: () => Promise<void> };

/** The repositories of this module on `database`. */
export function recipientStorage(database: Database): RecipientStorage {
  return {
    unit: database,
    imports: new TypeormRecipientImports(database),
    recipients: new TypeormRecipients(database),
    issues: new TypeormImportIssues(database),
    remains: new TypeormImportRemains(database),
  };
}

/** The same on a database made for one test. */
export function storageOn({ database, close }: TestDatabase): OpenStorage {
  return { ...recipientStorage(database), close };
}

/** Id of a list, by a number. */
export function listId(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A list with whatever is not asked for made up. */
export function someList(given: Partial<RecipientImport> = {}): RecipientImport {
  return {
    id: listId(1),
    source: 'excel',
    fileName: 'pasien 😀.xlsx',
    storedName: 'stored',
    state: 'reading',
    preview: null,
    columns: { headerRow: 1, phone: 1, name: 0 },
    variableNames: [],
    counts: { rows: 0, accepted: 0, rejected: 0, duplicates: 0, optedOut: 0 },
    recipientCount: 0,
    failure: null,
    broadcastId: null,
    createdAt: 1_763_000_000_000,
    createdBy: listId(999),
    ...given,
  };
}

/** Row `number` of a list, from 1: its number ends in `number`. */
export function someRow(number: number, given: Partial<AcceptedRow> = {}): AcceptedRow {
  return {
    rowNumber: number + 1,
    phone: `+62812${String(number).padStart(8, '0')}`,
    name: `Pasien ${String(number)}`,
    variables: { poli: 'Anak' },
    ...given,
  };
}

/** The same as it is stored: nobody opted out unless asked for. */
export function someRecipient(number: number, given: Partial<NewRecipient> = {}): NewRecipient {
  const { optedOutAt = null, ...row } = given;
  return { ...someRow(number, row), optedOutAt };
}
