import { createHmac } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** One message that the practice network got. */
export interface Handover {
  readonly messageId: string;
  /** `addressMark` of the number: even a practice list may hold numbers of real people. */
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** SHA-256 of the file that came with it, in hexadecimal; absent without one. */
  readonly attachment?: string;
}

/** Stands for a number in the journal: the same for the same seed and number, and not the number. */
export const addressMark = (seed: string, phone: string): string =>
  createHmac('sha256', seed).update(phone).digest('hex').slice(0, 32);

/**
 * The memory of the practice network: a file with one JSON line for each message it got, only ever
 * added to. It knows what WhatsApp's servers would know whatever happens to this process, which makes
 * it the judge of whether a message was handed over twice.
 */
export class HandoverJournal {
  private opened: Promise<FileHandle> | null = null;

  constructor(readonly file: string) {}

  /** Resolves when the line is on the disk. */
  async append(handover: Handover): Promise<void> {
    const handle = await this.open();
    // One write at the end of the file (O_APPEND): lines of several lanes do not mix.
    await handle.appendFile(`${JSON.stringify(handover)}\n`);
    await handle.datasync();
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    const opened = this.opened;
    this.opened = null;
    await (await opened)?.close();
  }

  private open(): Promise<FileHandle> {
    this.opened ??= this.openFile().catch((error: unknown) => {
      // The next message tries again: a disk does not stay full for ever.
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async openFile(): Promise<FileHandle> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    return open(this.file, 'a', 0o600);
  }
}
