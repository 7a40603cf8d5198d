/** The fields of `query` that say something, as query parameters. */
export function queryParams(
  query: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> {
  const said = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(said);
}
