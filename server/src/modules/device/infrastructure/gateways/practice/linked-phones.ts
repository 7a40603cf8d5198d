import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

const Stored = z.array(z.string());

/** Which practice devices are linked: kept in a file, so that a link survives a restart. */
export class LinkedPhones {
  private loaded: Promise<Set<string>> | null = null;
  private written: Promise<void> = Promise.resolve();

  constructor(private readonly file: string) {}

  /** Whether the device is linked. Rejects when the file cannot be read. */
  async has(deviceId: string): Promise<boolean> {
    return (await this.load()).has(deviceId);
  }

  /** Links the device. Resolves when that is on the disk. */
  async add(deviceId: string): Promise<void> {
    const linked = await this.load();
    linked.add(deviceId);
    await this.write(linked);
  }

  /** Ends the link, if there is one. Resolves when that is on the disk. */
  async remove(deviceId: string): Promise<void> {
    const linked = await this.load();
    if (linked.delete(deviceId)) await this.write(linked);
  }

  private load(): Promise<Set<string>> {
    this.loaded ??= this.read().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  private async read(): Promise<Set<string>> {
    try {
      return new Set(Stored.parse(JSON.parse(await readFile(this.file, 'utf8'))));
    } catch (error) {
      // No file yet: nothing was linked. Anything else is told to whoever asked.
      if ((error as { code?: string }).code === 'ENOENT') return new Set();
      throw error;
    }
  }

  /** One write after the other, each of the whole file beside the old one, which it then replaces. */
  private write(linked: ReadonlySet<string>): Promise<void> {
    const turn = this.written.then(async () => {
      await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
      const next = `${this.file}.next`;
      await writeFile(next, JSON.stringify([...linked]), { mode: 0o600, flush: true });
      await rename(next, this.file);
    });
    // The next write must come even when this one fails; its caller hears of it from `turn`.
    this.written = turn.catch(() => undefined);
    return turn;
  }
}
