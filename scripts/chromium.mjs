/**
 * The browser for walks and screenshots. `node scripts/chromium.mjs` prints its path.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './setup/failure.mjs';
import { CACHE, ROOT } from './setup/paths.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing that phones home or draws on a GPU that a server does not have. */
const LAUNCH_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const UNPACKED = join(CACHE, 'chromium');

/**
 * Arguments to launch the browser with. The sandbox is off only for root, whom Chromium refuses
 * otherwise.
 * @returns {string[]}
 */
export function chromiumArgs() {
  return process.getuid?.() === 0 ? [...LAUNCH_ARGS, '--no-sandbox'] : [...LAUNCH_ARGS];
}

/**
 * A Chromium to run: CHROMIUM_PATH, else the system's, else the one inside the npm package
 * `@sparticuz/chromium`, which is unpacked once into .cache/chromium. CHROMIUM_FORCE=bundled takes
 * the last one straight away.
 * @returns {string} path of an executable
 * @throws {Failure} when there is none
 */
export function findChromium() {
  if (process.env.CHROMIUM_FORCE === 'bundled') return bundledChromium();
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Failure(`CHROMIUM_PATH tidak menunjuk program yang dapat dijalankan: ${asked}`);
  }
  return SYSTEM_BROWSERS.find(isExecutable) ?? bundledChromium();
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function bundledChromium() {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new Failure('Tidak ada Chromium atau Chrome. Pasang salah satu, atau isi CHROMIUM_PATH.');
  }
  const manifest = join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const home = join(UNPACKED, version);
  const launcher = join(home, 'launch.sh');
  if (!existsSync(launcher)) unpack(home);
  return launcher;
}

/**
 * Unpacks beside and renames, so that `home` is whole or absent, also when interrupted or run twice
 * at once.
 * @param {string} home
 */
function unpack(home) {
  mkdirSync(UNPACKED, { recursive: true, mode: 0o700 });
  chmodSync(UNPACKED, 0o700);
  const work = mkdtempSync(join(UNPACKED, 'unpack-'));
  // The package writes to the temporary folder, and its libraries only when it believes to be in
  // AWS Lambda. A process of its own keeps both beliefs away from us.
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', UNPACK_PROGRAM],
    {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Failure('Chromium bawaan gagal dibuka', stderr);
  writeLauncher(work);
  try {
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    // Somebody else was faster and theirs is as good.
    if (!existsSync(home)) throw error;
  }
}

const UNPACK_PROGRAM = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/**
 * Writes a script that starts the browser with what the machine lacks: a font, and libraries where
 * it has none. Paths are relative to the script: the checkout may be moved.
 * @param {string} home folder of the unpacked browser
 */
function writeLauncher(home) {
  writeFileSync(join(home, 'fonts.conf'), FONT_CONFIG);
  const runsAlone = spawnSync(join(home, 'chromium'), ['--version']).status === 0;
  const libraries = runsAlone ? '' : 'export LD_LIBRARY_PATH="$home/al2023/lib"\n';
  const script = `#!/bin/sh
home=$(cd "$(dirname "$0")" && pwd)
${libraries}export FONTCONFIG_FILE="$home/fonts.conf"
exec "$home/chromium" "$@"
`;
  writeFileSync(join(home, 'launch.sh'), script, { mode: 0o700 });
}

/**
 * The system's fonts where there are any, and the package's Open Sans behind them: without a font
 * text is blank.
 */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findChromium());
