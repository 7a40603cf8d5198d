/** Bahasa Indonesia of WA Broadcast: the language whose keys the others must have. */
export const id = {
  title: 'WA Broadcast',
} as const;
