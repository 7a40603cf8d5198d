import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from './install.mjs';

const LOCKFILE = JSON.stringify({
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  },
});

describe('isInstalled', () => {
  let root: string;

  const write = (file: string, content: string): void => {
    writeFileSync(join(root, file), content);
  };
  const hiddenLockfile = (packages: Record<string, { version: string }>): void => {
    write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'));
    write('package-lock.json', LOCKFILE);
    mkdirSync(join(root, 'node_modules'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is false for an empty or interrupted node_modules', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is true when our stamp names this lockfile, false when it names another', () => {
    write('node_modules/.installed-lockfile', createHash('sha256').update(LOCKFILE).digest('hex'));
    expect(isInstalled(root)).toBe(true);
    write('package-lock.json', LOCKFILE.replace('"1.0.0"', '"1.0.1"'));
    expect(isInstalled(root)).toBe(false);
  });

  it('believes the record of an npm install that the developer ran', () => {
    hiddenLockfile({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });

  it('is false when a package is missing or of another version', () => {
    hiddenLockfile({});
    expect(isInstalled(root)).toBe(false);
    hiddenLockfile({ 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(root)).toBe(false);
  });
});
