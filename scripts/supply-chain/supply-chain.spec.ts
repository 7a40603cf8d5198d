import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { ADVISORIES, compare, endangered } from './advisories.mjs';
import { undecidedScripts } from './install-scripts.mjs';
import { ALLOWED, forbiddenLicences, isAllowed } from './licences.mjs';
import { lockedPackages, packagesOf } from './lockfile.mjs';
import { secretsIn } from './secrets.mjs';

const locked = (name: string, version: string, more: object = {}) => ({
  ...{ name, version, licence: 'MIT', hasInstallScript: false, dev: false },
  ...more,
});

describe('the lockfile', () => {
  it('tells every version once, and as the product’s own when only one place needs it so', () => {
    const packages = packagesOf({
      packages: {
        '': { version: '1.0.0' },
        'node_modules/a': { version: '1.0.0', dev: true, license: 'MIT' },
        'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/@s/c': { version: '2.0.0', hasInstallScript: true },
      },
    });
    expect(packages).toEqual([
      { name: '@s/c', version: '2.0.0', licence: null, hasInstallScript: true, dev: false },
      { name: 'a', version: '1.0.0', licence: 'MIT', hasInstallScript: false, dev: false },
    ]);
  });
});

describe('versions past the advisories', () => {
  it.each([
    ['multer', '2.2.9', 1],
    ['multer', '2.3.0', 0],
    ['multer', '2.3.0-rc.1', 1],
    ['multer', '10.0.0', 0],
    ['fast-xml-parser', '4.5.4', 1],
    ['fast-xml-parser', '4.5.5', 0],
    ['fast-xml-parser', '5.5.6', 1],
    ['fast-xml-parser', '5.10.0', 0],
    ['fast-xml-parser', '3.9.9', 1],
    ['xlsx', '99.0.0', 1],
    ['something', '0.0.1', 0],
  ])('%s %s', (name, version, faults) => {
    expect(endangered([{ name, version }])).toHaveLength(faults);
  });

  it('are told with their source', () => {
    expect(endangered([{ name: 'typeorm', version: '0.3.25' }])[0]).toContain('CVE-2025-60542');
    expect(ADVISORIES.every(({ source, fault }) => source !== '' && fault !== '')).toBe(true);
  });

  it('compares numbers, not letters', () => {
    expect(compare('1.10.0', '1.9.9')).toBeGreaterThan(0);
  });
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['Apache-2.0 AND MIT', true],
    ['(Apache-2.0 AND GPL-3.0-only)', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
  ])('%s: %s', (expression, allowed) => {
    expect(isAllowed(expression, ALLOWED)).toBe(allowed);
  });

  it('are looser for tools than for what runs at a hospital', () => {
    const faults = (dev: boolean) =>
      forbiddenLicences([locked('a', '1.0.0', { licence: 'MPL-2.0', dev })], {});
    expect([faults(true), faults(false).length]).toEqual([[], 1]);
  });

  it('that nobody names are a fault, until somebody looks; and so is a look that nobody needs', () => {
    const unnamed = [locked('a', '1.0.0', { licence: null })];
    expect(forbiddenLicences(unnamed, {})[0]).toContain('a@1.0.0');
    expect(forbiddenLicences(unnamed, { 'a@1.0.0': { licence: 'MIT', why: '' } })).toEqual([]);
    expect(forbiddenLicences([], { 'a@1.0.0': { licence: 'MIT', why: '' } })).toHaveLength(1);
  });
});

describe('install scripts', () => {
  it('need a decision each, which may only be no', () => {
    const packages = [locked('a', '1.0.0', { hasInstallScript: true }), locked('b', '1.0.0')];
    expect(undecidedScripts(packages, { a: false })).toEqual([]);
    expect(undecidedScripts(packages, {})[0]).toMatch(/^a: /);
    expect(undecidedScripts(packages, { a: true })[0]).toMatch(/^a: /);
    expect(undecidedScripts(packages, { a: false, b: false })[0]).toMatch(/^b: /);
  });

  it('do not run', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('secrets', () => {
  // Put together here, or this file would be a finding itself.
  it.each([
    [
      'a private key',
      `-----BEGIN ${['PRIVATE', 'KEY'].join(' ')}-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqV`,
    ],
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
    ['a key of AWS', `AKIA${'ABCD'.repeat(4)}`],
    ['a password in an address', `mysql://prima:${'hunter2'.repeat(2)}@db/prima`],
    ['a setting', `SECRET_KEY=${'q7/Rk2'.repeat(6)}`],
    [
      'a signed token',
      ['eyJhbGciOiJIUzI1NiJ9eyJh', `eyJ${'zdWI'.repeat(5)}`, 'c2ln'.repeat(8)].join('.'),
    ],
  ])('%s is found, and not repeated', (_what, text) => {
    const found = secretsIn('some/file.txt', `first line\n${text}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^some\/file\.txt:2: /);
    expect(found[0]).not.toContain(text.slice(-8));
  });

  it.each([
    ['an example', 'DATABASE_URL=mysql://prima:password@127.0.0.1:3306/prima'],
    ['a variable', 'url: `mysql://root:${password}@db/prima`'],
    ['an empty setting', '# SECRET_KEY=\nADMIN_PASSWORD='],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7'],
  ])('%s is none', (_what, text) => {
    expect(secretsIn('some/file.txt', text)).toEqual([]);
  });

  it('that only look like one can be named, by file and match', () => {
    const text = `mysql://prima:${'hunter2'.repeat(2)}@db/prima`;
    const harmless = [{ file: 'a.txt', match: ':hunter2', why: '' }];
    expect(secretsIn('a.txt', text, harmless)).toEqual([]);
    expect(secretsIn('b.txt', text, harmless)).toHaveLength(1);
  });
});

describe('npm run sbom', () => {
  it('names every package of the product in the lockfile, and the product by its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
    try {
      const file = join(folder, 'bill.json');
      execFileSync(process.execPath, ['scripts/sbom.mjs', file], { cwd: ROOT });
      const bill = JSON.parse(readFileSync(file, 'utf8')) as {
        bomFormat: string;
        metadata: { component: { name: string; type: string } };
        components: { name: string; version: string; licenses?: unknown[] }[];
      };
      expect(bill.bomFormat).toBe('CycloneDX');
      expect(bill.metadata.component).toMatchObject({
        name: 'prima-whatsapp-broadcast',
        type: 'application',
      });
      const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
      // npm leaves out some packages of tools that it knows by another name.
      const missing = lockedPackages().filter(
        ({ name, version, dev }) => !dev && !named.has(`${name}@${version}`),
      );
      expect(missing).toEqual([]);
      expect(bill.components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
