import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './build.mjs';

const INPUTS = ['src', 'tsconfig.json', 'missing'];

describe('fingerprint', () => {
  let root: string;

  const write = (file: string, content: string): void => {
    writeFileSync(join(root, file), content);
  };
  const hash = (): string => fingerprint(root, INPUTS).hash;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'build-'));
    mkdirSync(join(root, 'src', 'inner'), { recursive: true });
    write('src/a.ts', 'a');
    write('src/inner/b.ts', 'b');
    write('tsconfig.json', '{}');
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('names every input file', () => {
    expect(fingerprint(root, INPUTS).files).toEqual([
      'src/a.ts',
      'src/inner/b.ts',
      'tsconfig.json',
    ]);
  });

  it.each([
    [
      'a changed file',
      () => {
        write('src/inner/b.ts', 'B');
      },
    ],
    [
      'a new file',
      () => {
        write('src/c.ts', '');
      },
    ],
    [
      'a removed file',
      () => {
        rmSync(join(root, 'src/a.ts'));
      },
    ],
    [
      'text moved from one file to the next',
      () => {
        write('src/a.ts', '');
        write('src/inner/b.ts', 'ab');
      },
    ],
  ])('differs after %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it.each([
    [
      'a checkout that only sets times',
      () => {
        utimesSync(join(root, 'src/a.ts'), 1, 1);
      },
    ],
    [
      'a changed test',
      () => {
        write('src/a.spec.ts', '');
      },
    ],
    [
      'a file outside the inputs',
      () => {
        write('README.md', '');
      },
    ],
  ])('is the same after %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).toBe(before);
  });
});
