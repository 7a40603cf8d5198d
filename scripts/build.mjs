/** `npm run build`: what changed since the last build, into dist/. */
import { buildWhenNeeded } from './setup/build.mjs';
import { reportFailure } from './setup/failure.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { prepare } from './setup/prepare.mjs';

try {
  await prepare();
  await withSetupLock(() => buildWhenNeeded());
} catch (error) {
  reportFailure(error);
}
