import { readFile, readdir } from 'node:fs/promises';

/** Memory of processes in MB. */
export interface Memory {
  /** Shared pages counted in parts: what the processes cost together. */
  readonly pss: number;
  readonly processes: number;
}

/**
 * Memory of `root` and everything below it. Linux only: the proportional set size is read from
 * /proc/<pid>/smaps_rollup. Resident set size would count what Chromium's processes share once each.
 */
export async function memoryOf(roots: readonly number[]): Promise<Memory> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await textOf(`/proc/${entry}/stat`);
    // The name of the program, in parentheses, may hold spaces.
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]));
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) {
      if (roots.includes(at)) return true;
    }
    return false;
  };
  const tree = [...parents.keys()].filter(isBelow);
  const sizes = await Promise.all(tree.map(pssOf));
  return { pss: sizes.reduce((sum, size) => sum + size, 0) / 1024, processes: tree.length };
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await textOf(`/proc/${String(pid)}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}

/** Processes end while they are looked at. */
const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
