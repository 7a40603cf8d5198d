import { DomainError } from '../../../platform/kernel/domain-error.js';

/** Id after which a page begins; 0 for the first one. Refuses what is no cursor of ours. */
export function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,15}$/.test(cursor)) throw new DomainError('REQUEST.INVALID');
  return Number(cursor);
}

/** One page of at most `limit` from `items`, of which one more was read to see whether it is the last. */
export function pageFrom<T extends { readonly id: number }>(
  items: readonly T[],
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, nextCursor: items.length > limit && last ? String(last.id) : null };
}
