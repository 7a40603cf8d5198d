/**
 * Packages that are known to be dangerous below a version, or at all. `npm audit` knows more of them, but
 * asks a server, and not every network lets it; these concern what this product does with files of
 * strangers, requests and the database, and are checked wherever it is built.
 *
 * @typedef {object} Advisory
 * @property {string} name of the package
 * @property {readonly string[]} fixed first safe version of each line that got a repair; empty: never repaired
 * @property {string} source where to read about it
 * @property {string} fault what it is
 */

/** @type {readonly Advisory[]} */
export const ADVISORIES = [
  {
    name: 'xlsx',
    fixed: [],
    source: 'CVE-2023-30533 (GHSA-4r6h-8v6p-xvw6), CVE-2024-22363 (GHSA-5pgg-2g8v-p4x9)',
    fault: 'prototype pollution and ReDoS; repaired outside of the npm registry only',
  },
  {
    name: 'lotusbail',
    fixed: [],
    source: 'reports of December 2025',
    fault: 'a WhatsApp library that steals messages and links a device of its own',
  },
  {
    name: 'jszip',
    fixed: ['3.8.0'],
    source: 'CVE-2021-23413, GHSA-36fh-84j7-cv5h',
    fault: 'prototype pollution, path traversal',
  },
  {
    name: 'unzipper',
    fixed: ['0.9.12'],
    source: 'npm advisory 886, exceljs issue 818',
    fault: 'writes outside of its folder (zip slip)',
  },
  {
    name: 'fast-xml-parser',
    fixed: ['4.5.5', '5.5.7'],
    source: 'CVE-2026-26278, CVE-2026-33036, CVE-2026-33349, CVE-2026-25896',
    fault: 'entity expansion without limits',
  },
  {
    name: 'multer',
    fixed: ['2.3.0'],
    source:
      'CVE-2025-47944, CVE-2025-48997, CVE-2025-7338, CVE-2026-3304, CVE-2026-5079, CVE-2026-5038, GHSA-wc9g-mqfw-jrwm, GHSA-qfvm-cv95-jqjf, GHSA-535w-7cp7-47q4',
    fault: 'one request stops the server',
  },
  {
    name: 'typeorm',
    fixed: ['0.3.26'],
    source: 'CVE-2025-60542 (GHSA-q2pj-6v73-8rgj)',
    fault: 'SQL injection by objects in scalar fields (MySQL)',
  },
];

/**
 * @param {readonly { name: string, version: string }[]} packages
 * @param {readonly Advisory[]} [advisories]
 * @returns {string[]} a sentence for each package that an advisory concerns
 */
export function endangered(packages, advisories = ADVISORIES) {
  return packages.flatMap(({ name, version }) =>
    advisories
      .filter((advisory) => advisory.name === name && !isSafe(version, advisory.fixed))
      .map(({ fixed, fault, source }) => {
        const remedy =
          fixed.length === 0 ? 'tidak ada versi aman' : `aman sejak ${fixed.join(', ')}`;
        return `${name}@${version}: ${fault} (${remedy}; ${source})`;
      }),
  );
}

/**
 * @param {string} version
 * @param {readonly string[]} fixed in rising order
 */
function isSafe(version, fixed) {
  const line = fixed.find((first) => major(first) === major(version)) ?? fixed.at(-1);
  return line !== undefined && compare(version, line) >= 0;
}

/** @param {string} version */
const major = (version) => Number.parseInt(version, 10);

/**
 * Compares two versions by their three numbers; a pre-release is older than its release.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  const [left, right] = [a, b].map((version) =>
    version.split(/[-+]/, 1)[0]?.split('.').map(Number),
  );
  for (let place = 0; place < 3; place += 1) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes('-')) - Number(a.includes('-'));
}
