/** Bahasa Indonesia of WA Connected: the language whose keys the others must have. */
export const id = {
  title: 'WA Connected',
} as const;
