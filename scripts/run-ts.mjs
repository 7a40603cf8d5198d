/**
 * `node scripts/run-ts.mjs <file.ts> [arguments]`: runs a TypeScript program of the server
 * (server/src/cli, benches and campaigns of server/test) against the built product.
 *
 * Programs outside server/src are compiled by tsc into dist/server beside the product's own files
 * (server/tsconfig.bench.json), so that their relative imports lead to exactly the files that `npm
 * start` runs, forked children included. A loader that compiles on the fly would measure something
 * else.
 */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { buildWhenNeeded } from './setup/build.mjs';
import { Failure, reportFailure } from './setup/failure.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { ROOT } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { measurementOptions, productOptions } from './setup/program-options.mjs';
import { replaceProcess } from './setup/replace-process.mjs';
import { mustRun } from './setup/run-tool.mjs';
import { findServices } from './setup/services.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/** @param {string | undefined} file */
async function compile(file) {
  if (!file?.endsWith('.ts'))
    throw new Failure('Pemakaian: node scripts/run-ts.mjs <berkas.ts> [argumen]');
  if (!existsSync(file)) throw new Failure(`Tidak ada berkas ${file}`);
  const source = relative(ROOT, resolve(file));
  const isProduct = source.startsWith('server/src/');
  await withSetupLock(async () => {
    await buildWhenNeeded(['server']);
    if (isProduct) return;
    await mustRun('Mengompilasi', process.execPath, [
      TSC,
      '--project',
      'server/tsconfig.bench.json',
    ]);
  });
  const built = `dist/server/${source.replace(/\.ts$/, '.js')}`;
  return [...(isProduct ? productOptions() : measurementOptions()), built];
}

try {
  await prepare();
  const [file, ...args] = process.argv.slice(2);
  const program = await compile(file);
  // A bench measures on the services that `npm test` finds.
  if (file?.endsWith('.bench.ts')) Object.assign(process.env, await findServices());
  replaceProcess(process.execPath, [...program, ...args]);
} catch (error) {
  reportFailure(error);
}
