import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataDirInUse, lockDataDir } from './data-dir-lock.js';

describe('lockDataDir', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prima-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('lets one in, refuses the next, and lets the next in after release', () => {
    const dataDir = join(folder, 'data');
    const release = lockDataDir(dataDir);
    expect(() => lockDataDir(dataDir)).toThrow(DataDirInUse);
    release();
    lockDataDir(dataDir)();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('holds against another process', () => {
    const release = lockDataDir(folder);
    const script = `
      const Connection = require('better-sqlite3');
      try {
        new Connection(${JSON.stringify(join(folder, 'process.lock'))}, { timeout: 0 }).exec('BEGIN EXCLUSIVE');
        console.log('entered');
      } catch (error) { console.log(error.code); }`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe(
      'SQLITE_BUSY',
    );
    release();
  });
});
