import * as yauzl from 'yauzl';
import { FileRefused } from '../../domain/file-refusal.js';
import {
  MAX_COMPRESSION_RATIO,
  MAX_ENTRIES,
  RATIO_GRACE_BYTES,
  type ReadingLimits,
} from './reading-limits.js';

/** Programs inside of a workbook: of Visual Basic, and of Excel 4 (sheets of commands). */
const MACROS = /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//;

/** Bit of a header's flags (APPNOTE.TXT 4.4.4). */
const ENCRYPTED = 1;

/**
 * The parts of a zip file, checked before anything is unpacked: no part twice, none that points out
 * of the archive, none encrypted, no macros, not too many. Unpacking counts what comes out, because a
 * zip's directory may lie about sizes, and stops at the limits.
 */
export class ZipPackage {
  private readonly zip: yauzl.ZipFile;
  private readonly parts: ReadonlyMap<string, yauzl.Entry>;
  private unpacked = 0;
  private readonly limits: ReadingLimits;

  private constructor(
    zip: yauzl.ZipFile,
    parts: ReadonlyMap<string, yauzl.Entry>,
    limits: ReadingLimits,
  ) {
    this.zip = zip;
    this.parts = parts;
    this.limits = limits;
  }

  /**
   * @throws FileRefused `damaged`, `encrypted`, `macros`, `unsafe-entry-name`, `too-many-entries`
   */
  static async open(file: string, limits: ReadingLimits): Promise<ZipPackage> {
    const zip = await asDamage(
      yauzl.openPromise(file, { autoClose: false, decodeStrings: false, lazyEntries: true }),
    );
    try {
      return new ZipPackage(zip, await readDirectory(zip), limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Whether the part exists. Part names of a package ignore case (OPC, ECMA-376 part 2, 6.2.2). */
  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /**
   * The unpacked bytes of a part, as they are asked for.
   *
   * @throws FileRefused `damaged` when it does not exist or cannot be unpacked, `too-large`,
   *   `suspicious-compression`
   */
  async *read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.parts.get(name.toLowerCase());
    if (!entry) throw new FileRefused('damaged', { part: shown(name) });
    await this.checkOwnHeader(entry);
    const stream = await asDamage(this.zip.openReadStreamPromise(entry));
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.count(chunk.length, size, entry.compressedSize);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error : new FileRefused('damaged', {}, { cause: error });
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }

  /**
   * Every part is described twice, in the directory and in front of its bytes. Where the two speak of
   * different parts, other programs see another document than we do. (Sizes may differ: we count.)
   */
  private async checkOwnHeader(entry: yauzl.Entry): Promise<void> {
    const own = await asDamage(this.zip.readLocalFileHeaderPromise(entry));
    const same =
      own.fileName.equals(entry.fileNameRaw) &&
      own.compressionMethod === entry.compressionMethod &&
      (own.generalPurposeBitFlag & ENCRYPTED) === 0;
    if (!same) throw new FileRefused('damaged', { part: shown(entry.fileNameRaw.toString()) });
  }

  private count(bytes: number, size: number, packed: number): void {
    this.unpacked += bytes;
    if (this.unpacked > this.limits.maxUnpackedBytes) {
      throw new FileRefused('too-large', { limit: this.limits.maxUnpackedBytes });
    }
    if (size > RATIO_GRACE_BYTES && size > packed * MAX_COMPRESSION_RATIO) {
      throw new FileRefused('suspicious-compression', { limit: MAX_COMPRESSION_RATIO });
    }
  }
}

/** The parts by name in small letters, or the first thing that is wrong with them. */
async function readDirectory(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > MAX_ENTRIES) {
    throw new FileRefused('too-many-entries', { limit: MAX_ENTRIES });
  }
  const parts = new Map<string, yauzl.Entry>();
  const entries = zip.eachEntry();
  for (;;) {
    const next: IteratorResult<yauzl.Entry, unknown> = await asDamage(entries.next());
    if (next.done === true) return parts;
    const entry = next.value;
    const name = partName(entry);
    if (parts.has(name)) throw new FileRefused('unsafe-entry-name', { part: shown(name) });
    if (MACROS.test(name)) throw new FileRefused('macros');
    if (entry.isEncrypted()) throw new FileRefused('encrypted');
    parts.set(name, entry);
  }
}

function partName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  // Strict: a backslash is refused, not read as a slash.
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  if (yauzl.validateFileName(name) !== null || name.includes('\0')) {
    throw new FileRefused('unsafe-entry-name', { part: shown(name) });
  }
  if (isLink(entry)) throw new FileRefused('unsafe-entry-name', { part: shown(name) });
  return name.toLowerCase();
}

/** Whether the entry is a symbolic link: Unix keeps the kind of file in the upper half (APPNOTE.TXT 4.4.15). */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

const shown = (name: string): string => name.slice(0, 100);

/** A zip that the library cannot read is a damaged file to its owner. */
async function asDamage<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new FileRefused('damaged', {}, { cause: error });
  }
}
