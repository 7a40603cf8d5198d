import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import type { SortedRows } from '../domain/recipient-list.js';

/** What is written down about the rows that did not become recipients, in the order of the rows. */
export function importIssuesOf(
  rows: Pick<SortedRows, 'rejected' | 'duplicates'>,
): Omit<ImportIssue, 'id'>[] {
  const rejected = rows.rejected.map((row) => ({
    kind: 'rejected' as const,
    rowNumber: row.rowNumber,
    value: row.value,
    name: row.name,
    reason: row.reason,
    params: { ...row.params },
  }));
  const duplicates = rows.duplicates.map((row) => ({
    kind: 'duplicate' as const,
    rowNumber: row.rowNumber,
    value: row.phone,
    name: row.name,
    reason: 'duplicate',
    params: { firstRow: row.firstRow },
  }));
  return [...rejected, ...duplicates].sort((a, b) => a.rowNumber - b.rowNumber);
}
