import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  folderAt,
  prepareFolder,
} from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/profiles/device-folder.js';
import { killBrowsersIn } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/processes/orphan-browsers.js';
import { heldMemoryOf } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/processes/held-memory.js';
import {
  runningProcesses,
  treeOf,
} from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/processes/running-processes.js';

/** Programs that look like browsers of a profile, but for what they do. */
const SLEEPER = 'setInterval(() => undefined, 60_000)';

describe('processes of browsers', () => {
  let home: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'prima-profiles-'));
  });

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(home, { recursive: true });
  });

  async function start(...marks: readonly string[]): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['--eval', SLEEPER, '--', ...marks]);
    children.push(child);
    await once(child, 'spawn');
    return child;
  }

  it('are killed by the path of their profile, and nobody else is', async () => {
    const { profile } = folderAt(join(home, 'device'));
    const orphan = await start('--headless', `--user-data-dir=${profile}`);
    const others = [
      await start(`--user-data-dir=${profile}-2`),
      await start(`--disk-cache-dir=${profile}`),
      await start(),
    ];
    const ended = once(orphan, 'exit');
    await killBrowsersIn(profile);
    expect(await ended).toEqual([null, 'SIGKILL']);
    for (const other of others) expect(other.signalCode).toBeNull();
    const running = (await runningProcesses()).map(({ pid }) => pid);
    for (const other of others) expect(running).toContain(other.pid);
  });

  it('leave no lock of a dead one behind', () => {
    const folder = folderAt(join(home, 'device'));
    prepareFolder(folder);
    const locks = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];
    // Chromium makes links that lead nowhere: their target is a host name and a process id.
    for (const lock of locks) symlinkSync('elsewhere-4711', join(folder.profile, lock));
    prepareFolder(folder);
    for (const lock of locks) {
      expect(() => lstatSync(join(folder.profile, lock))).toThrow('ENOENT');
    }
    expect(existsSync(folder.profile)).toBe(true);
  });

  it('are counted with everything below them', async () => {
    const child = await start('--mark');
    const processes = await runningProcesses();
    expect(processes.find(({ pid }) => pid === child.pid)?.command).toContain('--mark');
    expect(treeOf(process.pid, processes)).toEqual(
      expect.arrayContaining([process.pid, child.pid]),
    );
    const held = await heldMemoryOf(process.pid);
    expect(held).toBeGreaterThan(await heldMemoryOf(child.pid ?? 0));
  });
});
