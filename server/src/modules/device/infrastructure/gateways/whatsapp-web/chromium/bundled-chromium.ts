import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Package that brings the browser; its executable alone is used, none of its arguments. */
const PACKAGE = '@sparticuz/chromium';

const UNPACK_PROGRAM = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;

/** The system's fonts where there are any, and the package's Open Sans behind them. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/**
 * The browser of the npm package, unpacked once (200 MB, seconds) into a folder below `home` that
 * belongs to its user alone. Null where the package is not installed or not made for this machine.
 */
export async function bundledChromium(home: string): Promise<string | null> {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') return null;
  const packageFolder = folderOfPackage();
  if (packageFolder === null) return null;
  const manifest = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(home, version);
  const launcher = join(folder, 'launch.sh');
  if (!existsSync(launcher)) await unpack(packageFolder, home, folder);
  return launcher;
}

function folderOfPackage(): string | null {
  try {
    let folder = dirname(fileURLToPath(import.meta.resolve(PACKAGE)));
    while (!existsSync(join(folder, 'bin'))) folder = dirname(folder);
    return folder;
  } catch {
    return null;
  }
}

/** Unpacks beside and renames: the folder is whole or absent, also when interrupted or done twice at once. */
async function unpack(packageFolder: string, home: string, folder: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const work = await mkdtemp(join(home, 'unpack-'));
  try {
    // The package writes to the temporary folder, and its libraries only when it believes to be in AWS
    // Lambda. A process of its own keeps both beliefs away from us.
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK_PROGRAM], {
      cwd: packageFolder,
      env: { TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await writeLauncher(work);
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Somebody else was faster and theirs is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** A script that starts the browser with the fonts and libraries that a bare machine lacks. */
async function writeLauncher(folder: string): Promise<void> {
  await writeFile(join(folder, 'fonts.conf'), FONT_CONFIG);
  const runsAlone = await run(join(folder, 'chromium'), ['--version']).then(
    () => true,
    () => false,
  );
  const libraries = runsAlone ? '' : 'export LD_LIBRARY_PATH="$home/al2023/lib"\n';
  const script = `#!/bin/sh
home=$(cd "$(dirname "$0")" && pwd)
${libraries}export FONTCONFIG_FILE="$home/fonts.conf"
exec "$home/chromium" "$@"
`;
  await writeFile(join(folder, 'launch.sh'), script, { mode: 0o700 });
}
