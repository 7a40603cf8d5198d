import { LIKE_ESCAPE, containsPattern } from '../../../../platform/database/contains-pattern.js';

/** A condition on a recipient, and how the rows that meet it are found. */
export interface SearchCondition {
  readonly sql: string;
  readonly parameters: readonly string[];
  /** `phones`: the numbers of a list are in order, and it names a span of them; `rows`: each has to be looked at. */
  readonly by: 'phones' | 'rows';
}

/**
 * Digits that a person has to type until they can only be a number, and one that few others of the list
 * share: numbers have eleven to fourteen with their country code.
 */
const NUMBER_DIGITS = 9;

/** Sorts behind every digit. */
const BEHIND_DIGITS = ':';

/**
 * Part of a name, or part of a number as people write it: `0812-0000` finds +628120000…, `0000 12`
 * finds it anywhere in a number. A beginning of nine digits or more is a number and nothing else.
 *
 * @param namesOnly whether the search must not tell anything about numbers
 */
export function searchCondition(search: string, namesOnly: boolean): SearchCondition {
  const byName = {
    sql: `LOWER(name) LIKE LOWER(?) ${LIKE_ESCAPE}`,
    parameters: [containsPattern(search)],
    by: 'rows',
  } as const;
  const isNumber = /^[\d\s+().-]+$/.test(search) && /\d/.test(search);
  if (namesOnly || !isNumber) return byName;
  const digits = search.replace(/\D/g, '');
  const beginning = beginningOf(search, digits);
  if (beginning !== null && digits.length >= NUMBER_DIGITS) {
    const span = [beginning, beginning + BEHIND_DIGITS];
    return { sql: 'phone >= ? AND phone < ?', parameters: span, by: 'phones' };
  }
  return {
    sql: `(${byName.sql} OR phone LIKE ?)`,
    parameters: [...byName.parameters, beginning === null ? `%${digits}%` : `${beginning}%`],
    by: 'rows',
  };
}

/** How numbers begin that are meant, if that is what was typed: with `+`, or with the zero that stands for +62. */
function beginningOf(search: string, digits: string): string | null {
  if (/^0[1-9]/.test(digits)) return `+62${digits.slice(1)}`;
  return search.trim().startsWith('+') ? `+${digits}` : null;
}
