/** What the drivers say when a row with the same key is there already. */
const CODES = new Set(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY']);

/** Whether an INSERT failed because another was first. The unit of work can go on in both databases. */
export function isDuplicateKey(error: unknown): boolean {
  return CODES.has((error as { code?: string }).code ?? '');
}
