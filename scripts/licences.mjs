/**
 * `npm run licences`: every licence and the packages under it. The exit code is not 0 when one is not allowed
 * (scripts/supply-chain/licences.mjs).
 */
import { byLicence, forbiddenLicences } from './supply-chain/licences.mjs';
import { lockedPackages } from './supply-chain/lockfile.mjs';

const packages = lockedPackages();
for (const [licence, names] of byLicence(packages)) {
  console.log(`\n${licence} (${names.length})\n  ${names.join(', ')}`);
}
const faults = forbiddenLicences(packages);
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length > 0) process.exitCode = 1;
