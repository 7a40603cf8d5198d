import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ReadBatch,
  type ReadOptions,
  type ReadSummary,
  SheetReader,
  type SheetPreview,
} from '../application/ports/sheet-reader.js';
import type { ColumnChoice } from '../domain/sheet-layout.js';
import { ChildRun, type ChildSettings } from './child-run.js';
import { Slots } from './slots.js';
import type { ImportJob } from './import-messages.js';
import { DEFAULT_READING_LIMITS, type ReadingLimits } from './sheet/reading-limits.js';

/** What {@link ImportProcess} can be told; see the defaults. */
export interface ImportProcessSettings extends ChildSettings {
  readonly limits: ReadingLimits;
  /** Children at once; further files wait. Two leave a core to the server on the smallest machines. */
  readonly maxChildren: number;
}

/**
 * Heap: the table of shared texts lies outside of it, and a child that streams 200,000 rows stays
 * under 100 MiB. Life: the longest that storing a list on a slow database may take, too.
 */
const DEFAULTS: ImportProcessSettings = {
  entry: fileURLToPath(new URL('./import-child.js', import.meta.url)),
  execArgv: [],
  readable: whereCodeIs(),
  heapMb: 256,
  workMs: 60_000,
  totalMs: 15 * 60_000,
  limits: DEFAULT_READING_LIMITS,
  maxChildren: 2,
};

/**
 * Where the code of a child is: beside this file's, and in the packages. `dist/server` when built, else the checkout.
 */
function whereCodeIs(): string[] {
  const own = fileURLToPath(new URL('../../../../../', import.meta.url));
  const packages = dirname(createRequire(import.meta.url).resolve('yauzl/package.json'));
  // Links are followed before rights are looked at.
  const folders = [own, dirname(packages)].flatMap((folder) => [folder, realpathSync(folder)]);
  // The aliases of imports stand in package.json, two folders above what is built.
  return [...folders.map((folder) => join(folder, '*')), join(own, '..', '..', 'package.json')];
}

/**
 * Reads sheets in child processes of limited memory, time and rights, so that no file can stop the
 * server or make it stutter. See {@link SheetReader} for what is promised.
 */
export class ImportProcess extends SheetReader {
  private readonly settings: ImportProcessSettings;
  private readonly slots: Slots;

  /** @param settings what shall differ from the defaults */
  constructor(settings: Partial<ImportProcessSettings> = {}) {
    super();
    this.settings = { ...DEFAULTS, ...settings };
    this.slots = new Slots(this.settings.maxChildren);
  }

  override async preview(file: string, options: ReadOptions = {}): Promise<SheetPreview> {
    const job: ImportJob = { mode: 'preview', file, limits: this.settings.limits };
    const answer = await this.run(job, () => Promise.resolve(), options);
    if (answer.type !== 'preview') throw new Error(`unexpected answer ${answer.type}`);
    return answer.result;
  }

  override async read(
    file: string,
    columns: ColumnChoice,
    onBatch: (batch: ReadBatch) => Promise<void>,
    options: ReadOptions = {},
  ): Promise<ReadSummary> {
    const job: ImportJob = { mode: 'read', file, columns, limits: this.settings.limits };
    const answer = await this.run(job, onBatch, options);
    if (answer.type !== 'done') throw new Error(`unexpected answer ${answer.type}`);
    return answer.result;
  }

  private run(
    job: ImportJob,
    onBatch: (batch: ReadBatch) => Promise<void>,
    { signal }: ReadOptions,
  ): ReturnType<ChildRun['run']> {
    return this.slots.run(() => new ChildRun(this.settings, onBatch).run(job, signal), signal);
  }
}
