import { hasValue, variablesOf } from '#message/template.js';
import { type Sample, STANDING_VARIABLES } from './message-sample.js';

/** A variable of a text that some recipients, or all, have nothing for. */
export interface MissingVariable {
  readonly name: string;
  /** Whether the whole list knows no such variable. */
  readonly unknown: boolean;
  /** The variable that was probably meant; null when none is near. */
  readonly suggestion: string | null;
  /** How many of the recipients that were looked at lack a value. */
  readonly lacking: number;
}

/**
 * Variables of `text` without a value, as far as the recipients at hand tell. A first sight while
 * writing: what counts is the server's review, which looks at all of them before Konfirmasi.
 */
export function missingVariables(
  text: string,
  listVariables: readonly string[],
  samples: readonly Sample[],
): MissingVariable[] {
  const known = [...STANDING_VARIABLES, ...listVariables.map((name) => name.toLowerCase())];
  return variablesOf(text).flatMap((name): MissingVariable[] => {
    if (!known.includes(name)) {
      const suggestion = suggestVariable(name, known);
      return [{ name, unknown: true, suggestion, lacking: samples.length }];
    }
    const lacking = samples.filter(({ values }) => !hasValue(values, name)).length;
    return lacking > 0 ? [{ name, unknown: false, suggestion: null, lacking }] : [];
  });
}

/** What people write who think in English or in the words of their sheet. */
const ALIASES: Readonly<Record<string, string>> = {
  name: 'nama',
  nama_pasien: 'nama',
  pasien: 'nama',
  phone: 'nomor',
  number: 'nomor',
  hp: 'nomor',
  no: 'nomor',
  no_hp: 'nomor',
  telepon: 'nomor',
  wa: 'nomor',
};

/** A slip of the finger: two letters at most, and less than half of the word. */
function isNear(typed: string, meant: string): boolean {
  return editDistance(typed, meant) <= Math.min(2, Math.floor((meant.length - 1) / 2));
}

/** The variable of `known` that `typed` was probably meant to be; null when none is near. */
export function suggestVariable(typed: string, known: readonly string[]): string | null {
  const alias = ALIASES[typed];
  if (alias !== undefined && known.includes(alias)) return alias;
  return known.find((name) => isNear(typed, name)) ?? null;
}

/** Levenshtein distance: letters to insert, delete or replace to turn one word into the other. */
function editDistance(from: string, to: string): number {
  const letters = [...to];
  let above = Array.from({ length: letters.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (const [column, other] of letters.entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
