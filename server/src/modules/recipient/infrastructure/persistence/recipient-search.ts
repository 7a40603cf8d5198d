import { containsPattern } from '../../../../platform/database/contains-pattern.js';

/** Patterns of SQL's LIKE for what a person typed into a search field. */
export interface SearchPatterns {
  readonly name: string;
  /** Null when it cannot be part of a number. */
  readonly phone: string | null;
}

/**
 * Part of a name, or part of a number as people write it: `0812-0000` finds +628120000…, `0000 12`
 * finds it anywhere in a number.
 */
export function searchPatterns(search: string): SearchPatterns {
  const digits = /^[\d\s+().-]+$/.test(search) ? search.replace(/\D/g, '') : '';
  return {
    name: containsPattern(search),
    phone: digits === '' ? null : phonePattern(digits),
  };
}

/** A leading zero is the trunk prefix: numbers are stored with their country code instead. */
function phonePattern(digits: string): string {
  return /^0[1-9]/.test(digits) ? `+62${digits.slice(1)}%` : `%${digits}%`;
}
