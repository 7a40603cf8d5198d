/** The value below which `share` (0 to 1) of `values` lie. NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints one line of a table: each cell in a column of its width, numbers to the right. */
export function printRow(widths: readonly number[], cells: readonly string[]): void {
  const padded = cells.map((cell, at) => {
    const width = widths[at] ?? 0;
    return /^[\d.,]/u.test(cell) ? cell.padStart(width) : cell.padEnd(width);
  });
  console.log(padded.join('  ').trimEnd());
}
