import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { StartupRefusal } from '../process/startup-refusal.js';
import { DATABASE, FOLDERS, MANIFEST, Manifest } from './manifest.js';
import type { BackupFolder } from './manifest.js';

/** A file that goes into a backup: its name there, and where it is now. */
export interface Packed {
  readonly name: string;
  readonly path: string;
}

/** Size and checksum of a file. */
export async function describeFile(path: string): Promise<{ size: number; sha256: string }> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return { size: (await stat(path)).size, sha256: digest.digest('hex') };
}

/** Writes a backup. It has its name only when it is whole and on the disk; nobody else may read it. */
export async function writeArchive(
  target: string,
  manifest: Manifest,
  files: readonly Packed[],
): Promise<void> {
  const part = `${target}.part`;
  try {
    const archive = pack();
    const written = pipeline(archive, createGzip(), createWriteStream(part, { mode: 0o600 }));
    const filled = (async () => {
      archive.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest, null, 2));
      for (const { name, path } of files) {
        const size = manifest.files[name]?.size ?? 0;
        if (size === 0) {
          archive.entry({ name, mode: 0o600 }, '');
          continue;
        }
        const entry = archive.entry({ name, size, mode: 0o600 });
        // Not further than was described: a file that has grown since would spoil the archive.
        await pipeline(createReadStream(path, { end: size - 1 }), entry);
      }
      archive.finalize();
    })();
    await Promise.all([written, filled]);
    await chmod(part, 0o600);
    const handle = await open(part, 'r+');
    await handle.sync();
    await handle.close();
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Unpacks a backup into an empty folder and compares every file with the manifest. Nothing of it is ever
 * written outside of that folder.
 *
 * @throws StartupRefusal when it is none of ours, or is not whole
 */
export async function unpackArchive(source: string, folder: string): Promise<Manifest> {
  const found = new Set<string>();
  const archive = extract();
  const reading = pipeline(createReadStream(source), createGunzip(), archive);
  const unpacking = (async () => {
    for await (const entry of archive) {
      const { name, type } = entry.header;
      if (type !== 'file' || !isAllowed(name)) throw new Damaged(name);
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(entry, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      found.add(name);
    }
  })();
  try {
    await Promise.all([reading, unpacking]);
  } catch (error) {
    throw refusalOf(source, error);
  }
  return verified(source, folder, found);
}

class Damaged extends Error {}

async function verified(
  source: string,
  folder: string,
  found: ReadonlySet<string>,
): Promise<Manifest> {
  if (!found.has(MANIFEST)) throw refusalOf(source, new Damaged(MANIFEST));
  const text = await readFile(join(folder, MANIFEST), 'utf8');
  const manifest = Manifest.safeParse(parsed(text));
  if (!manifest.success) throw refusalOf(source, new Damaged(MANIFEST));
  const named = Object.entries(manifest.data.files);
  if (named.length + 1 !== found.size) throw refusalOf(source, new Damaged('files'));
  for (const [name, { size, sha256 }] of named) {
    const is = found.has(name) ? await describeFile(join(folder, name)) : null;
    if (is?.size !== size || is.sha256 !== sha256) throw refusalOf(source, new Damaged(name));
  }
  return manifest.data;
}

function isAllowed(name: string): boolean {
  if (name === MANIFEST || name === DATABASE) return true;
  const at = name.indexOf('/');
  const [folder, rest] = [name.slice(0, at), name.slice(at + 1)];
  return Object.hasOwn(FOLDERS, folder) && FOLDERS[folder as BackupFolder].test(rest);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours: the schema refuses null.
    return null;
  }
}

function refusalOf(source: string, error: unknown): StartupRefusal {
  if ((error as { code?: string }).code === 'ENOENT') {
    return new StartupRefusal([`Berkas cadangan ${source} tidak ditemukan.`]);
  }
  const what = error instanceof Damaged ? ` (${error.message})` : '';
  return new StartupRefusal([
    `Berkas ${source} bukan cadangan Prima yang utuh${what}. Tidak ada yang diubah. Pakai cadangan lain.`,
  ]);
}
