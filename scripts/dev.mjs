/**
 * `npm run dev`: server and client are built at every save and the server restarts; the browser
 * shows the new client after a reload. The client comes from the server as in production, so that
 * its content security policy holds while developing too. Ctrl-C stops all.
 */
import { buildWhenNeeded, forgetBuilds } from './setup/build.mjs';
import { reportFailure } from './setup/failure.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { SERVER_ENTRY } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { productOptions } from './setup/program-options.mjs';
import { runTool } from './setup/run-tool.mjs';

const watchers = () => [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
  ['node_modules/@angular/cli/bin/ng.js', 'build', '--watch', '--configuration=development'],
  // The server reads the client into memory when it starts, so it starts anew for either.
  [
    '--watch-path=dist/server',
    '--watch-path=dist/client',
    '--watch-preserve-output',
    ...productOptions(),
    SERVER_ENTRY,
  ],
];

try {
  await prepare();
  await withSetupLock(() => buildWhenNeeded());
  // From here on dist/ holds what the watchers make of it.
  forgetBuilds();
  const running = watchers().map((args) =>
    runTool(process.execPath, args, { show: true, env: { NG_CLI_ANALYTICS: 'false' } }),
  );
  await Promise.race(running);
  process.kill(process.pid, 'SIGTERM');
} catch (error) {
  reportFailure(error);
}
