import { nearestName } from '#message/nearest-name.js';
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
      const suggestion = nearestName(name, known);
      return [{ name, unknown: true, suggestion, lacking: samples.length }];
    }
    const lacking = samples.filter(({ values }) => !hasValue(values, name)).length;
    return lacking > 0 ? [{ name, unknown: false, suggestion: null, lacking }] : [];
  });
}
