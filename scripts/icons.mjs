/**
 * Builds the icon font of the client: only the glyphs named in `client/src/fonts/icons.txt`, from
 * Material Symbols Rounded (Apache-2.0), so that the browser loads a few kilobytes instead of 5 MB
 * and nothing comes from a CDN.
 *
 *   node scripts/icons.mjs
 *
 * Run it after adding a name to icons.txt. Its results are committed: the font, its licence and the
 * typed list of names. The tools it needs are fetched into a temporary folder; the product does not
 * depend on them.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TOOLS = ['material-symbols@0.47.5', 'fontkit@2.0.4', 'subset-font@2.9.0'];
const FONTS = join(import.meta.dirname, '../client/src/fonts');
const NAMES_FILE = join(import.meta.dirname, '../client/src/app/shared/ui/icon/icon-names.ts');

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
try {
  execFileSync('npm', ['install', '--ignore-scripts', '--prefix', folder, ...TOOLS], {
    stdio: 'inherit',
  });
  await buildIcons(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} toolsFolder where the tools of TOOLS are installed */
async function buildIcons(toolsFolder) {
  const require = createRequire(join(toolsFolder, 'package.json'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
  const fontkit = await load('fontkit');
  const { default: subsetFont } = await load('subset-font');
  const source = join(toolsFolder, 'node_modules/material-symbols');
  const whole = readFileSync(join(source, 'material-symbols-rounded.woff2'));
  const font = (fontkit.create ?? fontkit.default.create)(whole);

  const names = readFileSync(join(FONTS, 'icons.txt'), 'utf8').split(/\s+/).filter(Boolean).sort();
  /** @type {[string, number][]} */
  const codePoints = names.map((name) => [name, codePointOf(font, name)]);
  const text = String.fromCodePoint(...codePoints.map(([, codePoint]) => codePoint));
  const subset = await subsetFont(whole, text, {
    targetFormat: 'woff2',
    variationAxes: { FILL: 0, GRAD: 0, opsz: 24, wght: 400 },
    noLayoutClosure: true,
  });
  writeFileSync(join(FONTS, 'icons.woff2'), subset);
  copyFileSync(join(source, 'LICENSE'), join(FONTS, 'icons.LICENSE'));
  writeFileSync(NAMES_FILE, namesModule(codePoints));
  console.log(`${names.length} icons, ${subset.length} bytes`);
}

/**
 * The private code point of an icon: its name is a ligature of one glyph that has one.
 * @param {any} font as fontkit reads it; it ships no types
 * @param {string} name
 * @returns {number}
 */
function codePointOf(font, name) {
  const { glyphs } = font.layout(name);
  const [character] = glyphs.length === 1 ? font.stringsForGlyph(glyphs[0].id) : [];
  if (!character) throw new Error(`Material Symbols has no icon named "${name}"`);
  return character.codePointAt(0);
}

/** @param {[name: string, codePoint: number][]} codePoints */
function namesModule(codePoints) {
  const lines = codePoints.map(([name, point]) => `  ${name}: '\\u${point.toString(16)}',`);
  return [
    '/** Character of each icon in `icons.woff2`. Written by `scripts/icons.mjs`, never by hand. */',
    'export const ICONS = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
}
