/** What a message is made of, each with a last editor of its own. */
export type Part = 'message' | 'recipients' | 'device' | 'attachment';

/** Somebody, as they were called then. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Who changed which part last; a part that is missing is as the author made it. Null when nobody knows: it was changed
 * before editors were written down.
 */
export type Editors = Readonly<Partial<Record<Part, Person>>> | null;

/** The editors after `person` changed `parts`. What nobody knew stays unknown: somebody else made the rest. */
export function withEditor(editors: Editors, parts: readonly Part[], person: Person): Editors {
  if (editors === null) return null;
  return { ...editors, ...Object.fromEntries(parts.map((part) => [part, person])) };
}
