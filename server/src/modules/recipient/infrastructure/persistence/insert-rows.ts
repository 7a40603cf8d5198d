import type { EntityManager } from 'typeorm';

/**
 * Rows of one statement. The speed hardly changes from 100 up; 200 rows stay far below SQLite's limit
 * of 32,766 parameters, and few distinct sizes keep its cache of prepared statements useful.
 */
const ROWS_PER_STATEMENT = 200;

/** A value as every supported driver binds it. */
type SqlValue = string | number | null;

/**
 * Inserts `rows` (values in the order of `columns`) by multi-row statements. Lists are long: TypeORM's
 * `save` is 65 times slower, its `insert` reads every row back, and both fail at 1,000 rows on SQLite.
 *
 * @param table and `columns` are names from our own code, never from outside
 */
export async function insertRows(
  manager: EntityManager,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const one = `(${columns.map(() => '?').join(', ')})`;
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const slice = rows.slice(at, at + ROWS_PER_STATEMENT);
    await manager.query(into + Array(slice.length).fill(one).join(', '), slice.flat());
  }
}
