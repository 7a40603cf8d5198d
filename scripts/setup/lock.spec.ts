import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/** A number that no process has: Linux ends at 4,194,304. */
const NO_PROCESS = '999999999';

describe('withLock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const file = join(folder, 'a.lock');

  beforeEach(() => {
    jest.spyOn(console, 'log').mockReturnValue(undefined);
  });

  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs one after the other, also when the first fails', async () => {
    const seen: string[] = [];
    const first = withLock(file, async () => {
      seen.push('first begins');
      await Promise.resolve();
      seen.push('first ends');
      throw new Error('first failed');
    });
    const second = withLock(file, async () => {
      seen.push('second');
      return Promise.resolve(2);
    });
    await expect(first).rejects.toThrow('first failed');
    await expect(second).resolves.toBe(2);
    expect(seen).toEqual(['first begins', 'first ends', 'second']);
  });

  it('takes over from a process that died', async () => {
    writeFileSync(file, NO_PROCESS);
    const owner = await withLock(file, () => Promise.resolve(readFileSync(file, 'utf8')));
    expect(owner).toBe(String(process.pid));
  });

  it('waits while the owner lives', async () => {
    const owner: ChildProcess = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    writeFileSync(file, String(owner.pid));
    let entered = false;
    const waiting = withLock(file, () => {
      entered = true;
      return Promise.resolve(owner.exitCode ?? owner.signalCode);
    });
    await new Promise(setImmediate);
    expect(entered).toBe(false);
    owner.stdin?.end();
    await once(owner, 'exit');
    await expect(waiting).resolves.toBe(0);
  });
});
