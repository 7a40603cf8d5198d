import type { Broadcast } from '../domain/broadcast.js';

/** An id, by a number. */
export function someId(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A draft with whatever is not asked for made up. */
export function someBroadcast(given: Partial<Broadcast> = {}): Broadcast {
  return {
    id: someId(1),
    title: 'Jadwal kontrol',
    text: 'Yth. {nama} 😀,\nkontrol di {poli}.',
    attachmentId: null,
    deviceId: someId(11),
    recipientImportId: someId(21),
    revision: 1,
    confirmation: null,
    unconfirmed: null,
    created: { byId: someId(901), by: 'Ibu Rina', at: 1_763_000_000_000 },
    editors: {},
    updatedAt: 1_763_000_000_000,
    purgedAt: null,
    ...given,
  };
}

/** Somebody's approval. */
export const SOME_CONFIRMATION = {
  byId: someId(902),
  by: 'Pak Budi',
  at: 1_763_000_060_000,
  hash: 'a'.repeat(64),
} as const;
