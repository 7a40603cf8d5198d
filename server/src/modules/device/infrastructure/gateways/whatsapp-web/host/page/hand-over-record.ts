import {
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../../../../../../platform/kernel/clock.js';

/** Lines older than this are left out when the file is opened: nobody asks any more (30 days, in ms). */
const MEMORY = 30 * 24 * 3_600_000;

/** One line of the file. */
interface Line {
  readonly id: string;
  /** `made`: the id was given out. `leaving`: about to be handed over. `void`: never will be. */
  readonly step: 'made' | 'leaving' | 'void';
  readonly at: number;
  readonly key?: string;
  readonly phone?: string;
  readonly lid?: string;
}

/** What is written down right before a hand-over. */
export interface Leaving {
  /** The whole text of the message's key. */
  readonly key: string;
  /** Digits of the recipient, where WhatsApp tells them. */
  readonly phone: string | null;
  /** Text of the recipient's hidden id. */
  readonly lid: string | null;
}

/** What the record can prove about an id. */
export type Proof =
  /** The record never saw it, or is younger than it: proves nothing. */
  | { readonly kind: 'unknown' }
  /** It was given out here and its hand-over was never begun. */
  | { readonly kind: 'not-begun' }
  /** Its hand-over was about to begin: it may have left. */
  | { readonly kind: 'begun'; readonly key: string };

/**
 * What outlives a crash of page, browser and process: a file with one JSON line for each step of a
 * message. The page's own store cannot do this: it writes when it likes, so a message that it does not
 * know may have left. Here the order is ours: `leaving` is on the disk before the page hears of a message.
 * So an id that was made here and has no `leaving` was certainly not handed over. If the file is lost,
 * nothing is certain and nothing is claimed. One process at a time uses it, as it does the profile.
 */
export class HandOverRecord {
  private readonly file: string;
  private readonly clock: Clock;
  private readonly steps = new Map<string, Line>();
  private readonly phones = new Map<string, string>();
  private handle: FileHandle | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(file: string, clock: Clock) {
    this.file = file;
    this.clock = clock;
    this.load();
  }

  /**
   * The id is about to be given out. Never rejects, and survives a killed process, not a power cut: if it is
   * lost, less can be proved later, nothing more.
   */
  async made(id: string): Promise<void> {
    const line: Line = { id, step: 'made', at: this.clock.now() };
    await this.write(line, false).catch(() => undefined);
  }

  /** Resolves when it is on the disk; only then the message may be handed over. Rejects when it is not. */
  leaving(id: string, { key, phone, lid }: Leaving): Promise<void> {
    const people = { ...(phone === null ? {} : { phone }), ...(lid === null ? {} : { lid }) };
    return this.write({ id, step: 'leaving', at: this.clock.now(), key, ...people }, true);
  }

  /** From now on this id is never handed over. Resolves when that is on the disk. */
  void(id: string): Promise<void> {
    return this.write({ id, step: 'void', at: this.clock.now() }, true);
  }

  /** What is certain about an id. */
  proofOf(id: string): Proof {
    const line = this.steps.get(id);
    if (line === undefined) return { kind: 'unknown' };
    if (line.step === 'leaving') return { kind: 'begun', key: line.key ?? '' };
    return { kind: 'not-begun' };
  }

  /** Whether it was promised that this id never leaves. */
  isVoid(id: string): boolean {
    return this.steps.get(id)?.step === 'void';
  }

  /** Digits of whom we wrote to under this hidden id. */
  phoneOf(lid: string): string | null {
    return this.phones.get(lid) ?? null;
  }

  /** Lets go of the file once everything is written. */
  async close(): Promise<void> {
    await this.writing;
    const handle = this.handle;
    this.handle = null;
    await handle?.close();
  }

  private note(line: Line): void {
    this.steps.set(line.id, line);
    if (line.lid !== undefined && line.phone !== undefined) this.phones.set(line.lid, line.phone);
  }

  /** Known at once, so that two steps of one id cannot both believe that they were first. */
  private write(line: Line, isUrgent: boolean): Promise<void> {
    const before = this.steps.get(line.id);
    this.note(line);
    const writing = this.writing.then(async () => {
      this.handle ??= await open(this.file, 'a', 0o600);
      await this.handle.appendFile(`${JSON.stringify(line)}\n`);
      if (isUrgent) await this.handle.datasync();
    });
    this.writing = writing.catch(() => undefined);
    return writing.catch((error: unknown) => {
      // What is not on the disk did not happen; a `leaving` that may be there stays, to be careful.
      if (line.step === 'void' && before) this.note(before);
      throw error;
    });
  }

  private load(): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    const since = this.clock.now() - MEMORY;
    const lines = readLines(this.file);
    const kept = lines.filter((line) => line.at >= since);
    for (const line of kept) this.note(line);
    // Written anew also because a crash may have left half a line at the end.
    const copy = `${this.file}.new`;
    writeFileSync(copy, kept.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    const handle = openSync(copy, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(copy, this.file);
  }
}

function readLines(file: string): Line[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines: Line[] = [];
  for (const text of content.split('\n')) {
    try {
      lines.push(JSON.parse(text) as Line);
    } catch {
      // Half a line of a process that was killed: its step was never told to anybody.
    }
  }
  return lines;
}
