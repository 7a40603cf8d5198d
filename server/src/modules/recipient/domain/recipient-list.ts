import type { ImportCounts } from '#contracts/recipient-import.contract.js';
import { type AcceptedRow, classifyRow, type RawRow, type RejectedRow } from './recipient-row.js';

/** A valid row whose number already stood in an earlier row; the first one counts. */
export interface DuplicateRow {
  readonly rowNumber: number;
  /** The number, E.164. */
  readonly phone: string;
  readonly name: string | null;
  /** Number of the row that was accepted with this number. */
  readonly firstRow: number;
}

/** Some rows of a list, sorted. accepted + rejected + duplicates = rowsRead. */
export interface SortedRows {
  readonly accepted: AcceptedRow[];
  readonly rejected: RejectedRow[];
  readonly duplicates: DuplicateRow[];
  rowsRead: number;
}

/** Sorts the rows of one list, in their order. Keeps every accepted number to know duplicates by. */
export class RecipientList {
  /** First row by phone. Numbers, not text: text cut from a large file would keep that file in memory. */
  private readonly firstRows = new Map<number, number>();
  readonly names: readonly string[];

  /** @param names variable names in the order of each row's variables */
  constructor(names: readonly string[]) {
    this.names = names;
  }

  /** Adds one row to where it belongs in `sorted`. */
  sort(row: RawRow, sorted: SortedRows): void {
    sorted.rowsRead += 1;
    const classified = classifyRow(row, this.names);
    if ('rejected' in classified) {
      sorted.rejected.push(classified.rejected);
      return;
    }
    const { rowNumber, phone, name } = classified.accepted;
    const key = Number(phone.slice(1)); // E.164: at most 15 digits, exact as a number
    const firstRow = this.firstRows.get(key);
    if (firstRow !== undefined) {
      sorted.duplicates.push({ rowNumber, phone, name, firstRow });
      return;
    }
    this.firstRows.set(key, rowNumber);
    sorted.accepted.push(classified.accepted);
  }
}

/** An empty {@link SortedRows} to sort into. */
export function noRows(): SortedRows {
  return { accepted: [], rejected: [], duplicates: [], rowsRead: 0 };
}

/** How many rows were sorted where; `optedOut` of the accepted ones are on the do-not-contact list. */
export function countsOf(rows: Readonly<SortedRows>, optedOut: number): ImportCounts {
  return {
    rows: rows.rowsRead,
    accepted: rows.accepted.length,
    rejected: rows.rejected.length,
    duplicates: rows.duplicates.length,
    optedOut,
  };
}
