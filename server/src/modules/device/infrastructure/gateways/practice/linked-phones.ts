import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const Stored = z.array(z.string());

/**
 * Which practice devices are linked: an empty file each, so that a link survives a restart and workers
 * that share the folder do not overwrite each other's.
 */
export class LinkedPhones {
  private readonly folder: string;
  private ready: Promise<void> | null = null;

  /** @param home folder of the practice engine */
  constructor(private readonly home: string) {
    this.folder = join(home, 'linked');
  }

  /** Whether the device is linked. Rejects when the folder cannot be read. */
  async has(deviceId: string): Promise<boolean> {
    await this.prepare();
    try {
      await access(join(this.folder, deviceId));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return false;
      throw error;
    }
  }

  /** Links the device. Resolves when that is on the disk. */
  async add(deviceId: string): Promise<void> {
    await this.prepare();
    const file = await open(join(this.folder, deviceId), 'w', 0o600);
    await file.sync();
    await file.close();
  }

  /** Ends the link, if there is one. */
  async remove(deviceId: string): Promise<void> {
    await this.prepare();
    await rm(join(this.folder, deviceId), { force: true });
  }

  private prepare(): Promise<void> {
    this.ready ??= this.makeFolder().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.ready = null;
      throw error;
    });
    return this.ready;
  }

  /** The first version kept one list of all of them. */
  private async makeFolder(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const list = join(this.home, 'linked.json');
    try {
      const ids = Stored.parse(JSON.parse(await readFile(list, 'utf8')));
      for (const id of ids) await (await open(join(this.folder, id), 'w', 0o600)).close();
      await rename(list, `${list}.old`);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
  }
}
