/** Escape character of the patterns below: `… LIKE ? ESCAPE '!'` reads the same on every database. */
export const LIKE_ESCAPE = "ESCAPE '!'";

/** Pattern of SQL's LIKE that matches a text which contains `search` as it stands. */
export function containsPattern(search: string): string {
  return `%${search.trim().replace(/[!%_]/g, '!$&')}%`;
}
