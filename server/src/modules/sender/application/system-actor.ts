/** In whose name the book keeps what happened without a person: as the other rooms write it. */
export const SYSTEM = { id: 'system', name: 'system' } as const;
