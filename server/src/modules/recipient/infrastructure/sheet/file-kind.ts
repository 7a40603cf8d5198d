import { type FileHandle, open } from 'node:fs/promises';
import { FileRefused } from '../../domain/file-refusal.js';

/** What the first bytes of a file tell; names and media types of uploads are not believed. */
export type FileKind = 'zip' | 'text';

/** Bytes looked at. */
const HEAD_LENGTH = 4_096;

/** Beginnings of files that are often taken for a list, and what to call them. */
const KNOWN_HEADS: readonly [RegExp, string][] = [
  [/^%PDF-/, 'pdf'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF/, 'image'],
  [/^\{\\rtf/, 'word'],
  [/^Rar!|^7z\xbc\xaf|^\x1f\x8b/, 'archive'],
  [/^SQLite format 3/, 'database'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|table|meta|style)\b/i, 'html'],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/i, 'xml'],
];

/**
 * Tells a zip (perhaps .xlsx) from text (perhaps .csv).
 *
 * @throws FileRefused `old-excel`, `encrypted`, `not-a-spreadsheet` with what it is instead
 */
export async function detectFileKind(file: string): Promise<FileKind> {
  const handle = await open(file, 'r');
  try {
    const head = await readAt(handle, 0, HEAD_LENGTH);
    if (head.length === 0) throw new FileRefused('not-a-spreadsheet', { found: 'empty' });
    if (head.indexOf('PK\x03\x04') === 0) return 'zip';
    if (head.indexOf(OLE_MAGIC) === 0) throw await whatOleHolds(handle, head);
    const text = head.toString('latin1');
    const known = KNOWN_HEADS.find(([beginning]) => beginning.test(text));
    if (known) throw new FileRefused('not-a-spreadsheet', { found: known[1] });
    if (isText(head)) return 'text';
    throw new FileRefused('not-a-spreadsheet', { found: 'unknown' });
  } finally {
    await handle.close();
  }
}

/** Beginning of the container of old Office files, and of new ones with a password. */
const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** An OLE container names its streams in UTF-16 in its directory; a password shows there. */
async function whatOleHolds(handle: FileHandle, head: Buffer): Promise<FileRefused> {
  if (head.length < 512) return new FileRefused('damaged');
  const sectorSize = 2 ** Math.min(head.readUInt16LE(30), 12);
  const directory = await readAt(handle, (head.readUInt32LE(48) + 1) * sectorSize, HEAD_LENGTH);
  const names = (name: string): boolean => directory.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) return new FileRefused('encrypted');
  if (names('WordDocument')) return new FileRefused('not-a-spreadsheet', { found: 'word' });
  return new FileRefused('old-excel');
}

/** Whether the bytes are text: UTF-16 by its mark, else without NUL. (UTF-32 begins as UTF-16 does.) */
function isText(head: Buffer): boolean {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return head.length < 4 || head.readUInt16BE(2) !== 0;
  return mark === 0xfeff || !head.includes(0);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
