/**
 * `npm run sbom [-- file]`: the software bill of materials in CycloneDX's form, as npm itself writes it from the
 * lockfile. Needs no network. What only building and testing need has the scope "optional"; Angular is among
 * it, although parts of it are built into the pages.
 */
import { writeFileSync } from 'node:fs';
import { Failure, reportFailure } from './setup/failure.mjs';
import { npmCommand } from './setup/install.mjs';
import { runTool } from './setup/run-tool.mjs';
import { completed } from './supply-chain/bill.mjs';

const ARGS = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];

try {
  const file = process.argv[2] ?? 'sbom.cdx.json';
  const npm = npmCommand();
  const { code, output } = await runTool(npm.command, [...npm.args, ...ARGS], { env: npm.env });
  if (code !== 0) throw new Failure(`npm sbom gagal: ${output}`);
  const bill = completed(JSON.parse(output.slice(output.indexOf('{'))));
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${file}: ${bill.components.length} komponen`);
} catch (error) {
  reportFailure(error);
}
