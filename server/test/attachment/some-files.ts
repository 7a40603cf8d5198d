import { deflateSync } from 'node:zlib';

/** Bytes of parts one after the other; text is taken as Latin-1. */
export function bytes(...parts: (string | Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
      ),
    ),
  );
}

const u32 = (value: number): number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

const chunk = (name: string, data: Uint8Array): Uint8Array =>
  // Nobody here looks at the checksum.
  bytes(u32(data.length), name, data, [0, 0, 0, 0]);

/** A picture of one pixel; `data` makes it another one, and as large as wanted. */
export function png(data: Uint8Array = new Uint8Array([1])): Uint8Array<ArrayBuffer> {
  return bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytes(u32(1), u32(1), [8, 0, 0, 0, 0])),
    chunk('tEXt', data),
    chunk('IDAT', deflateSync(bytes([0, 0]))),
    chunk('IEND', new Uint8Array()),
  );
}

/** A picture of a camera, as far as its structure goes. */
export function jpeg(): Uint8Array<ArrayBuffer> {
  return bytes(
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 16],
    'JFIF\0\x01\x01\0\0\x01\0\x01\0\0',
    [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    'pixels',
    [0xff, 0xd9],
  );
}

const box = (name: string, data: Uint8Array): Uint8Array => bytes(u32(8 + data.length), name, data);

/** A film of a phone, as far as its structure goes. */
export function mp4(brand = 'isom', data = 'film'): Uint8Array<ArrayBuffer> {
  return bytes(
    box('ftyp', bytes(brand, u32(512), 'isomiso2avc1mp41')),
    box('mdat', bytes(data)),
    box('moov', bytes('index')),
  );
}

/** A document. */
export function pdf(text = 'Jadwal kontrol'): Uint8Array<ArrayBuffer> {
  return bytes(`%PDF-1.7\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n`);
}
