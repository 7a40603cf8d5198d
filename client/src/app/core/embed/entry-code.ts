import { InjectionToken } from '@angular/core';

/** Under which the server puts the code into the page of a frame; see `client-page.ts` there. */
const META = 'meta[name="prima-entry"]';

/** The one-time code that this page was delivered with; null: an ordinary page, in a tab of its own. */
export const ENTRY_CODE = new InjectionToken<string | null>('ENTRY_CODE', { factory: () => null });

/** Takes the code out of the page, where nobody finds it afterwards. */
export function takeEntryCode(document: Document): string | null {
  const meta = document.querySelector<HTMLMetaElement>(META);
  meta?.remove();
  return meta?.content ?? null;
}
