/**
 * Licences under which a package may be part of this product or of its tools (SPDX identifiers). Those that ask
 * for the source of changed files (MPL) concern tools alone; the check names where one would not.
 */
export const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences that tools may have on top of those: nothing of them is in what runs at a hospital. */
export const ALLOWED_FOR_TOOLS = new Set([...ALLOWED, 'CC-BY-4.0', 'MPL-2.0']);

/**
 * Packages that were looked at one by one, and the licence that counts for each.
 * @type {Readonly<Record<string, { licence: string, why: string }>>}
 */
export const LOOKED_AT = {
  'async@0.2.10': { licence: 'MIT', why: 'package.json has it in the old form `licenses`' },
  'buffers@0.1.1': {
    licence: 'none named',
    why: 'never loaded: part of unzipper 0.10, by which exceljs reads; this product writes with exceljs alone',
  },
  'busboy@1.6.0': { licence: 'MIT', why: 'package.json has it in the old form `licenses`' },
  'chainsaw@0.1.0': { licence: 'MIT', why: 'its author writes MIT/X11' },
  'node-webpmux@3.2.1': {
    licence: 'LGPL-3.0-or-later',
    why: 'unchanged and replaceable: a package of its own that whatsapp-web.js loads for stickers',
  },
  'streamsearch@1.1.0': { licence: 'MIT', why: 'package.json has it in the old form `licenses`' },
};

/**
 * @typedef {import('./lockfile.mjs').LockedPackage} LockedPackage
 */

/**
 * @param {readonly LockedPackage[]} packages
 * @param {typeof LOOKED_AT} [lookedAt]
 * @returns {string[]} a sentence for each package whose licence nobody has allowed, and for each entry of
 * `lookedAt` that no package needs any more
 */
export function forbiddenLicences(packages, lookedAt = LOOKED_AT) {
  const stale = new Set(Object.keys(lookedAt));
  const faults = packages.flatMap(({ name, version, licence, dev }) => {
    const id = `${name}@${version}`;
    if (stale.delete(id)) return [];
    if (licence !== null && isAllowed(licence, dev ? ALLOWED_FOR_TOOLS : ALLOWED)) return [];
    return [`${id}: lisensi ${licence ?? 'tidak disebut'} belum diizinkan`];
  });
  return [...faults, ...[...stale].map((id) => `${id}: tidak dipakai lagi, hapus dari LOOKED_AT`)];
}

/**
 * @param {readonly LockedPackage[]} packages
 * @returns {Map<string, string[]>} packages by licence, the commonest licence first
 */
export function byLicence(packages) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { name, version, licence } of packages) {
    const id = `${name}@${version}`;
    const counts = LOOKED_AT[id]?.licence ?? licence ?? 'none named';
    groups.set(counts, [...(groups.get(counts) ?? []), id]);
  }
  return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
}

/**
 * Whether an SPDX expression leaves a way to use the package. Brackets inside of brackets do not occur in any
 * lockfile that we know, and count as not allowed.
 * @param {string} expression
 * @param {ReadonlySet<string>} allowed
 */
export function isAllowed(expression, allowed) {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1');
  return plain
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((licence) => allowed.has(licence.trim())));
}
