import './stop-with-parent.mjs';
import { installWhenNeeded } from './install.mjs';
import { withSetupLock } from './lock.mjs';
import { assertNodeObtainable, isNodeUsable, usableNode } from './node-version.mjs';
import { ROOT } from './paths.mjs';
import { replaceProcess } from './replace-process.mjs';

/**
 * The beginning of every command: packages as the lockfile names them, and a Node that is new
 * enough. On an older Node the calling script starts again, from its first line, in the Node that
 * npm brought; this call then never returns.
 * @throws {import('./failure.mjs').Failure}
 */
export async function prepare() {
  process.chdir(ROOT);
  assertNodeObtainable();
  await withSetupLock(installWhenNeeded);
  if (isNodeUsable(process.versions.node)) return;
  replaceProcess(usableNode(), process.argv.slice(1));
  await new Promise(() => {
    // The program that took our place decides when this process ends.
  });
}
