import { healIds } from './in-page/heal-ids.js';
import { installRoom } from './in-page/install-room.js';
import { missingParts } from './in-page/missing-parts.js';
import { rehearse } from './in-page/rehearse.js';
import { takeFiles } from './in-page/take-files.js';
import type { PageSettings } from './page-contract.js';
import type { PageLink } from '../page-link.js';
import { neededParts } from './page-parts.js';

/** How often missing parts are looked for again, in milliseconds. */
const AGAIN = 500;

/**
 * Puts into a fresh page what messages need there, and tries it out. Answers the names of what does not
 * work; empty: this page may send. Rejects when the page does not answer.
 */
export async function preparePage(
  link: PageLink,
  settings: PageSettings,
): Promise<readonly string[]> {
  const within = settings.answerDeadlineMs;
  const needed = neededParts(settings.typingMsPerCharacter > 0);
  let missing = await link.ask(missingParts, [needed], within);
  // Parts of the page load when they like; those that a build no longer has never come.
  for (let waited = 0; missing.length > 0 && waited < settings.modulesWaitMs; waited += AGAIN) {
    await link.wait(AGAIN);
    missing = await link.ask(missingParts, [needed], within);
  }
  if (missing.length > 0) return missing;
  try {
    await link.ask(installRoom, [], within);
    await link.ask(healIds, [], within);
    await link.ask(takeFiles, [], within);
    return await link.ask(rehearse, [], within);
  } catch (error) {
    if (link.isClosed) throw error;
    return ['guard'];
  }
}
