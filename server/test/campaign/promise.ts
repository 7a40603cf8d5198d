/** What must be zero whatever was done to the processes and their servers. */
const NEVER = [
  'duplicates',
  'lost',
  'unclaimed',
  'wrongSums',
  'claimsAfterWaking',
  'arrivedAfterWaking',
] as const;

/**
 * Throws when the product's promise was broken. `npm test` gives failed tests with real processes a second
 * look; by its first words it knows this failure, which no second run can take back.
 *
 * @param story what was done, to be printed with it
 */
export function assertPromise(
  result: Readonly<Partial<Record<(typeof NEVER)[number], number>>>,
  story: readonly string[] = [],
): void {
  const broken = NEVER.filter((name) => (result[name] ?? 0) !== 0);
  if (broken.length === 0) return;
  const figures = broken.map((name) => `${name} ${String(result[name])}`).join(', ');
  throw new Error([`PROMISE BROKEN: ${figures}`, ...story].join('\n'));
}
