let keeps = true;

/** Leaves the browser's storage alone from now on: a frame in a dashboard keeps nothing. */
export function keepNothing(): void {
  keeps = false;
}

/**
 * Small preferences that outlive a tab: language, theme, folded help. A browser may refuse storage
 * (private windows, a frame of another site); then a preference simply lasts as long as the page.
 */
export function readPreference(name: string): string | null {
  if (!keeps) return null;
  try {
    return localStorage.getItem(storageKey(name));
  } catch {
    return null;
  }
}

/** Keeps `value` under `name` if the browser allows it; see {@link readPreference}. */
export function writePreference(name: string, value: string): void {
  if (!keeps) return;
  try {
    localStorage.setItem(storageKey(name), value);
  } catch {
    // A preference that cannot be kept is no reason to disturb anyone.
  }
}

function storageKey(name: string): string {
  return `prima.${name}`;
}
