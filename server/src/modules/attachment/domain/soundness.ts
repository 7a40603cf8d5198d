import { JPEG, MP4, PDF, PNG, latin1 } from './file-type.js';
import type { FileType } from './file-type.js';

/** A stored file, read in parts. */
export interface StoredContent {
  /** In bytes. */
  readonly size: number;
  /** Up to `length` bytes from `position` on; fewer at the end. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** More parts than this has no honest file; a hostile one could have millions. */
const MOST_PARTS = 10_000;

/** How much is looked through at a time, in bytes. */
const STRIDE = 64 * 1024;

/** The end of a PDF is marked within this distance of its last byte (as readers demand). */
const PDF_TAIL = 2048;

/**
 * Whether a file is whole and of one piece, as far as its outer structure tells: a download that broke
 * off, and another format hidden behind a picture, are found here. Whether every phone shows it, is not.
 */
export async function isSound(type: FileType, content: StoredContent): Promise<boolean> {
  switch (type) {
    case JPEG:
      return isSoundJpeg(content);
    case PNG:
      return isSoundPng(content);
    case MP4:
      return isSoundMp4(content);
    case PDF:
      return isSoundPdf(content);
    default:
      return false;
  }
}

/** Marker after marker up to the picture's data (ITU-T T.81, annex B), and its end somewhere behind. */
async function isSoundJpeg(content: StoredContent): Promise<boolean> {
  let position = 2;
  let framed = false;
  for (let part = 0; part < MOST_PARTS; part++) {
    const head = await content.read(position, 9);
    if (head.length < 9 || head[0] !== 0xff) return false;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    const view = viewOf(head);
    const length = view.getUint16(2);
    if (length < 2) return false;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    // A height of 0 is told later in old scans; a width of 0 never is.
    if (isFrame && view.getUint16(7) === 0) return false;
    framed ||= isFrame;
    position += 2 + length;
    if (marker === 0xda) return framed && (await contains(content, position, '\xff\xd9'));
  }
  return false;
}

/** Chunk after chunk from IHDR to IEND, and nothing behind (ISO 15948). */
async function isSoundPng(content: StoredContent): Promise<boolean> {
  let position = 8;
  let data = false;
  for (let part = 0; part < MOST_PARTS; part++) {
    const head = await content.read(position, 8);
    if (head.length < 8) return false;
    const name = latin1(head.subarray(4));
    if ((position === 8) !== (name === 'IHDR')) return false;
    data ||= name === 'IDAT';
    position += 12 + viewOf(head).getUint32(0);
    if (position > content.size) return false;
    if (name === 'IEND') return data && position === content.size;
  }
  return false;
}

/** Box after box to the very end, with the film's index and its data (ISO 14496-12). */
async function isSoundMp4(content: StoredContent): Promise<boolean> {
  const names = new Set<string>();
  let position = 0;
  for (let part = 0; part < MOST_PARTS && position < content.size; part++) {
    const head = await content.read(position, 16);
    if (head.length < 8) return false;
    names.add(latin1(head.subarray(4, 8)));
    const size = boxSize(head, content.size - position);
    if (size < 8) return false;
    position += size;
  }
  return position === content.size && names.has('moov') && names.has('mdat');
}

/** Size of a box: 1 means that 64 bits follow, 0 that it goes on to the end of the file. */
function boxSize(head: Uint8Array, rest: number): number {
  const view = viewOf(head);
  const size = view.getUint32(0);
  if (size === 0) return rest;
  if (size !== 1) return size;
  return head.length < 16 ? 0 : Number(view.getBigUint64(8));
}

/** An end where readers look for it, behind which nothing of another format has room. */
async function isSoundPdf(content: StoredContent): Promise<boolean> {
  const from = Math.max(0, content.size - PDF_TAIL);
  return latin1(await content.read(from, PDF_TAIL)).includes('%%EOF');
}

async function contains(content: StoredContent, from: number, mark: string): Promise<boolean> {
  for (let position = from; position < content.size; position += STRIDE) {
    // One byte more than a stride: a mark of two bytes may lie across.
    const part = await content.read(position, STRIDE + mark.length - 1);
    if (Buffer.from(part).includes(mark, 0, 'latin1')) return true;
  }
  return false;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
