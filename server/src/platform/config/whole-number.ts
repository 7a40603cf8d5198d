import * as z from 'zod';

/** A whole number of a range, refused in one sentence whatever is wrong with it. */
export const wholeNumber = (min: number, max: number) => {
  const rule = `must be a whole number from ${String(min)} to ${String(max)}`;
  return z.coerce.number(rule).int(rule).min(min, rule).max(max, rule);
};
