import { readFile } from 'node:fs/promises';
import { runningProcesses, treeOf } from './running-processes.js';

/**
 * Memory that `root` and everything below it hold for themselves, in MiB: what leaks, without the files
 * and libraries that processes share. 0 where the system does not tell.
 */
export async function heldMemoryOf(root: number): Promise<number> {
  const tree = treeOf(root, await runningProcesses());
  const sizes = await Promise.all(tree.map(anonymousKilobytes));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

async function anonymousKilobytes(pid: number): Promise<number> {
  // Readable also of processes whose maps are not, as those in Chromium's sandbox.
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}
