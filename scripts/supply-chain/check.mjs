/**
 * A stage of `npm run check`: what comes with this product from elsewhere, and what must not go out with it.
 * Needs no network.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { endangered } from './advisories.mjs';
import { undecidedScripts } from './install-scripts.mjs';
import { forbiddenLicences } from './licences.mjs';
import { lockedPackages } from './lockfile.mjs';
import { secretsIn } from './secrets.mjs';

/** Larger files are pictures and the like. */
const LARGEST = 1_000_000;

/** @returns {string[]} sentences on files that are, or are about to be, in git */
function secrets() {
  // A source archive has no list of files, and was checked where it came from.
  if (!existsSync(join(ROOT, '.git'))) return [];
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
  });
  const files = listed.toString().split('\0').filter(Boolean);
  return files.flatMap((file) => {
    const found = statSync(join(ROOT, file), { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > LARGEST) return [];
    return secretsIn(file, readFileSync(join(ROOT, file), 'utf8'));
  });
}

const packages = lockedPackages();
const { allowScripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const faults = [
  ...endangered(packages),
  ...undecidedScripts(packages, allowScripts),
  ...forbiddenLicences(packages),
  ...secrets(),
];
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
