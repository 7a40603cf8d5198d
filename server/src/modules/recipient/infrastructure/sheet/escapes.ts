/**
 * Decodes `_x000D_` and the like: how workbooks write characters that XML cannot carry, and `_x005F_`
 * for an underscore that would look like the beginning of one (ECMA-376 part 1, 22.9.2.19).
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
