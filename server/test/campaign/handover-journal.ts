import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handover } from '../../src/modules/device/infrastructure/gateways/practice/handover-journal.js';

/** What the practice network got, in order: a file that a killed server cannot take anything back from. */
export function readHandovers(dataDir: string): Handover[] {
  const file = join(dataDir, 'practice', 'handovers.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Handover);
}
