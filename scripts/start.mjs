/**
 * `npm start`: on a fresh machine everything from a clean clone to a listening server, later only
 * what changed. Plain Node ≥ 20 runs it, before any package is there: nothing here or under setup/
 * may import one.
 */
import { buildWhenNeeded } from './setup/build.mjs';
import { reportFailure } from './setup/failure.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { SERVER_ENTRY } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { productOptions } from './setup/program-options.mjs';
import { replaceProcess } from './setup/replace-process.mjs';

try {
  await prepare();
  await withSetupLock(() => buildWhenNeeded());
  replaceProcess(process.execPath, [...productOptions(), SERVER_ENTRY, ...process.argv.slice(2)]);
} catch (error) {
  reportFailure(error);
}
