/** Names that every recipient has anyway: the number and the name. */
export const OWN_VARIABLES: readonly string[] = ['nomor', 'nama'];

/** Longest name of a variable, as the placeholders of a message text have it (`{name}`). */
const MAX_NAME = 64;

/**
 * Variable names for the headers of columns, in their order: `Tanggal Kontrol` becomes
 * `tanggal_kontrol`. Each is unique, differs from {@link OWN_VARIABLES} and from what every JavaScript
 * object inherits (`constructor`), so that no lookup can meet anything but a value. A column without
 * a usable header is named by its letter: `kolom_e`.
 *
 * @param columns place of each column in the sheet (from 0) and its header
 */
export function variableNames(columns: readonly { index: number; header: string }[]): string[] {
  const taken = new Set(OWN_VARIABLES);
  return columns.map(({ index, header }) => {
    const wanted = nameOf(header) || `kolom_${columnLetters(index).toLowerCase()}`;
    const name = firstFree(wanted, taken);
    taken.add(name);
    return name;
  });
}

/** Letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function nameOf(header: string): string {
  const words = header
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  // Room for the suffix of a duplicate; cut by character, not inside a surrogate pair.
  return Array.from((words ?? []).join('_'))
    .slice(0, MAX_NAME - 4)
    .join('');
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name) || name in Object.prototype; n += 1) name = `${wanted}_${n}`;
  return name;
}
