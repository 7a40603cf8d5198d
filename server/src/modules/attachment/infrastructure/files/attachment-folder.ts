import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AttachmentFiles } from '../../application/ports/attachment-files.js';
import type { KeptFile } from '../../application/ports/attachment-files.js';

/** How the names of arriving files end, so that they are never taken for a content. */
const INCOMING = '.part';

const CONTENT_NAME = /^[0-9a-f]{64}$/u;

/** `AttachmentFiles` in a folder that only this process's user may look into. */
export class AttachmentFolder extends AttachmentFiles {
  /** What the file system said of each content when it was last read and found unaltered. */
  private readonly intact = new Map<string, string>();
  private turn: Promise<unknown> = Promise.resolve();

  /** @param folder absolute path; made when it is missing */
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  incomingPath(storedName: string): string {
    return join(this.folder, basename(storedName) + INCOMING);
  }

  async keep(storedName: string, sha256: string, size: number): Promise<void> {
    try {
      // Over one that is there already: it is as new as its latest upload for whoever tidies up by age.
      await rename(this.incomingPath(storedName), this.path(sha256));
    } catch (error) {
      // Windows replaces no file that is being read; if that one is the same, there is no need to.
      if (!(await this.isIntact(sha256, size))) throw error;
    }
    await this.syncFolder();
  }

  async discard(storedName: string): Promise<void> {
    await rm(this.incomingPath(storedName), { force: true });
  }

  path(sha256: string): string {
    return join(this.folder, basename(sha256));
  }

  async isIntact(sha256: string, size: number): Promise<boolean> {
    const stamp = await this.stampOf(sha256);
    if (stamp?.size !== size) return false;
    if (this.intact.get(sha256) === stamp.text) return true;
    const found = await this.hashOf(sha256);
    if (found !== sha256) return false;
    this.intact.set(sha256, stamp.text);
    return true;
  }

  async remove(sha256: string): Promise<void> {
    this.intact.delete(sha256);
    await rm(this.path(sha256), { force: true });
  }

  async list(): Promise<KeptFile[]> {
    const names = (await readdir(this.folder)).filter((name) => CONTENT_NAME.test(name));
    return this.aged(names, (sha256, at) => ({ sha256, at }));
  }

  async discardIncoming(before: number): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(INCOMING));
    for (const { name, at } of await this.aged(names, (name, at) => ({ name, at }))) {
      if (at <= before) await rm(join(this.folder, name), { force: true });
    }
  }

  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    // The next one's turn comes also after a failure; its own caller gets the error.
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async aged<T>(names: string[], of: (name: string, at: number) => T): Promise<T[]> {
    const files = await Promise.all(
      names.map(async (name) => {
        // It may be deleted at this moment.
        const found = await stat(join(this.folder, name)).catch(() => null);
        return found ? [of(name, Math.floor(found.mtimeMs))] : [];
      }),
    );
    return files.flat();
  }

  private async stampOf(sha256: string): Promise<{ size: number; text: string } | null> {
    const found = await stat(this.path(sha256)).catch(() => null);
    if (!found?.isFile()) return null;
    const { ino, size, mtimeMs, ctimeMs } = found;
    return { size, text: [ino, size, mtimeMs, ctimeMs].join(' ') };
  }

  /** Null when it cannot be read. */
  private async hashOf(sha256: string): Promise<string | null> {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(this.path(sha256)), hash);
    } catch {
      return null;
    }
    return hash.digest('hex');
  }

  /** A name is on the disk when its folder is; where folders cannot be synced, they need not be. */
  private async syncFolder(): Promise<void> {
    const handle = await open(this.folder, 'r').catch(() => null);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}
