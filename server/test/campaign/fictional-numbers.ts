/** Numbers that belong to nobody, as they are stored; 9,999 at most. */
export function fictionalNumbers(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `+628120000${String(index + 1).padStart(4, '0')}`,
  );
}
