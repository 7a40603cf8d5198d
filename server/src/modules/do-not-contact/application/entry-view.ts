import type { DoNotContactEntry } from '#contracts/do-not-contact.contract.js';
import type { ListedNumber } from '../domain/listed-number.js';

/** An entry as the screen sees it. */
export function entryView(entry: ListedNumber): DoNotContactEntry {
  const { id, hint, reason, at, addedBy, device, note } = entry;
  return {
    id,
    hint,
    reason,
    at: new Date(at).toISOString(),
    by: addedBy,
    deviceName: device?.name ?? null,
    note,
  };
}
