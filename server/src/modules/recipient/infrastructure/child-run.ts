import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority, tmpdir } from 'node:os';
import type { ReadBatch } from '../application/ports/sheet-reader.js';
import { FileRefused } from '../domain/file-refusal.js';
import type { FromChild, ImportJob, ToChild } from './import-messages.js';

/** How a child process is started and when it is given up. */
export interface ChildSettings {
  /** Path of the entry file. */
  readonly entry: string;
  /** Options of Node for the child, before those that confine it. */
  readonly execArgv: readonly string[];
  /** What the child may read besides its own entry and its job's file: where its code is. */
  readonly readable: readonly string[];
  /** Heap of the child in MiB; a file that needs more kills the child, not the server. */
  readonly heapMb: number;
  /** How long a child may work on its file, in milliseconds; while we store its batches is not counted. */
  readonly workMs: number;
  /** Longest life of a child, in milliseconds. */
  readonly totalMs: number;
}

/** The answer that ends a job well. */
export type ChildResult = Extract<FromChild, { type: 'preview' | 'done' }>;

/** Last words of a dead child that are kept for the log, in characters. */
const LAST_WORDS = 2_000;

/**
 * The niceness of a child: about half of the processor for it where the server wants all. More would starve it beside
 * many browsers, until its time is over.
 */
const BEHIND = 3;

/**
 * One child process and its one job. However it ends, the child is dead and `onBatch` is not running
 * any more when the promise settles.
 */
export class ChildRun {
  private readonly settings: ChildSettings;
  private readonly onBatch: (batch: ReadBatch) => Promise<void>;
  private succeed: (result: ChildResult) => void = () => undefined;
  private fail: (reason: unknown) => void = () => undefined;
  private deadline: NodeJS.Timeout | undefined;
  /** Milliseconds that the child has worked, without the present stretch. */
  private worked = 0;
  /** When the present stretch of work began; null while the child may be waiting for us. */
  private workingSince: number | null = null;
  /** Batches are stored one after the other, in their order. */
  private storing: Promise<void> = Promise.resolve();
  private unstored = 0;
  private over = false;
  private lastWords = '';

  constructor(settings: ChildSettings, onBatch: (batch: ReadBatch) => Promise<void>) {
    this.settings = settings;
    this.onBatch = onBatch;
  }

  /**
   * @throws FileRefused with what the child says, `reader-crashed`, `reader-timeout`
   * @throws the signal's reason, and what `onBatch` throws
   */
  async run(job: ImportJob, signal?: AbortSignal): Promise<ChildResult> {
    signal?.throwIfAborted();
    const child = startChild(this.settings, job.file);
    const { totalMs } = this.settings;
    const total = setTimeout(() => {
      this.fail(timeout(totalMs));
    }, totalMs);
    const abort = (): void => {
      this.fail(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise<ChildResult>((resolve, reject) => {
        this.succeed = resolve;
        this.fail = reject;
        this.listen(child);
        this.watchWork();
        tell(child, { type: 'job', job });
      });
    } finally {
      this.over = true;
      signal?.removeEventListener('abort', abort);
      clearTimeout(total);
      clearTimeout(this.deadline);
      await stop(child);
      await this.storing;
    }
  }

  private listen(child: ChildProcess): void {
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.lastWords = (this.lastWords + words).slice(-LAST_WORDS);
    });
    child.on('message', (message) => {
      this.hear(child, message as FromChild);
    });
    child.on('error', (cause) => {
      this.fail(new FileRefused('reader-crashed', {}, { cause }));
    });
    // Messages may still arrive after the exit, but none after both of these.
    void Promise.all([once(child, 'disconnect'), once(child, 'close')]).then(() => {
      const cause = new Error(this.lastWords);
      void this.storing.then(() => {
        this.fail(new FileRefused('reader-crashed', {}, { cause }));
      });
    });
  }

  private hear(child: ChildProcess, message: FromChild): void {
    if (this.over) return;
    switch (message.type) {
      case 'batch':
        this.unstored += 1;
        this.storing = this.storing.then(() => this.store(child, message.batch));
        break;
      case 'refused':
        this.fail(new FileRefused(message.code, message.params));
        break;
      case 'preview':
      case 'done':
        void this.storing.then(() => {
          this.succeed(message);
        });
        break;
    }
    this.watchWork();
  }

  /** Never rejects: what goes wrong ends the run. */
  private async store(child: ChildProcess, batch: ReadBatch): Promise<void> {
    if (this.over) return;
    try {
      await this.onBatch(batch);
    } catch (error) {
      this.over = true;
      this.fail(error);
      return;
    }
    this.unstored -= 1;
    this.watchWork();
    tell(child, { type: 'stored' });
  }

  /** Counts the child's time, unless it may be waiting for us. */
  private watchWork(): void {
    clearTimeout(this.deadline);
    const now = performance.now();
    if (this.workingSince !== null) this.worked += now - this.workingSince;
    const waits = this.over || this.unstored > 0;
    this.workingSince = waits ? null : now;
    if (waits) return;
    const { workMs } = this.settings;
    this.deadline = setTimeout(() => {
      this.fail(timeout(workMs));
    }, workMs - this.worked);
  }
}

function timeout(milliseconds: number): FileRefused {
  return new FileRefused('reader-timeout', { seconds: Math.round(milliseconds / 1_000) });
}

/**
 * The child may read its code and its file, and do nothing else to the machine: no other file, no writing, no
 * processes, no threads. (Node 24 cannot forbid it the network; nothing in its code uses it.) Where there is too
 * little of the processor, the server comes before it.
 */
function startChild(
  { entry, execArgv, heapMb, readable }: ChildSettings,
  file: string,
): ChildProcess {
  const child = fork(entry, [], {
    execArgv: [
      ...execArgv,
      `--max-old-space-size=${heapMb}`,
      // A small nursery, or V8 lets 100 MiB of short-lived rows pile up before it looks at them.
      '--max-semi-space-size=4',
      '--permission',
      ...[entry, file, ...readable].map((path) => `--allow-fs-read=${path}`),
    ],
    env: {}, // no secret of the server's
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (child.pid !== undefined) yieldToOthers(child.pid);
  return child;
}

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, BEHIND);
  } catch {
    // It has ended already, or the system allows no such thing: then it reads as fast as everybody.
  }
}

/** Says something to a child that may be dead already, which its end will tell. */
function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}

async function stop(child: ChildProcess): Promise<void> {
  const alive = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!alive) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
