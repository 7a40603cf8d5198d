import { writeFileSync } from 'node:fs';
import { rolesPage } from '../modules/users/index.js';
import { runProgram } from '../platform/process/run-program.js';

/** Where the page is kept in git, seen from the folder of the project. */
const FILE = 'docs/roles.md';

/** Writes the table of roles anew. A test fails while the file differs from the code. */
function writeRoles(): Promise<void> {
  writeFileSync(FILE, rolesPage());
  return Promise.resolve();
}

runProgram(writeRoles);
