/** What drivers and servers say when there is no connection, or when it ends. */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CON_COUNT_ERROR',
]);

/**
 * Whether the database server could not be reached, or went away in the middle: a fault of the moment and
 * not of the statement. Of a COMMIT nobody knows then whether it happened.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code = '', fatal } = error as { code?: string; fatal?: boolean };
  // mysql2 marks what ended its connection.
  return CODES.has(code) || fatal === true;
}
