import { readFile } from 'node:fs/promises';
import {
  runningProcesses,
  treeOf,
} from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/processes/running-processes.js';

/** Memory of processes. */
export interface Memory {
  /** In MiB, shared pages counted in parts: what the processes cost together. */
  readonly pss: number;
  readonly processes: number;
}

/**
 * Memory of everything below this process. Linux only: the proportional set size is read from
 * /proc/<pid>/smaps_rollup. Resident set size would count what Chromium's processes share once each.
 */
export async function memoryOfChildren(): Promise<Memory> {
  const children = treeOf(process.pid, await runningProcesses()).filter(
    (pid) => pid !== process.pid,
  );
  const sizes = await Promise.all(children.map(pssOf));
  return { pss: sizes.reduce((sum, size) => sum + size, 0) / 1024, processes: children.length };
}

/** Resolves when nothing is left of what this process has started. */
export async function childrenEnded(): Promise<void> {
  while (treeOf(process.pid, await runningProcesses()).length > 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function pssOf(pid: number): Promise<number> {
  // Processes end while they are looked at.
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
