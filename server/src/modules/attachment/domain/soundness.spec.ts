import { describe, expect, it } from '@jest/globals';
import { JPEG, MP4, PDF, PNG } from './file-type.js';
import type { FileType } from './file-type.js';
import { isSound } from './soundness.js';

type Part = string | readonly number[];

const bytesOf = (...parts: readonly Part[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
const u32 = (value: number): number[] =>
  [...new Uint8Array(new Uint32Array([value]).buffer)].reverse();

/** Whether a file of these parts is sound. */
const sound = (type: FileType, ...parts: readonly Part[]): Promise<boolean> => {
  const content = bytesOf(...parts);
  return isSound(type, {
    size: content.length,
    read: (position, length) => Promise.resolve(content.subarray(position, position + length)),
  });
};

describe('a JPEG', () => {
  const [start, end] = ['\xff\xd8', '\xff\xd9'];
  const info = '\xff\xe0\0\x04ab';
  const frameOf = (width: number) =>
    `\xff\xc0\0\x0b\x08\0\x01\0${String.fromCharCode(width)}\x01\x01\x11\0`;
  const scan = '\xff\xda\0\x02';

  it.each<[string, boolean, Part[]]>([
    ['of a frame, a scan and an end', true, [start, info, frameOf(1), scan, 'pixels', end]],
    ['with padding before a marker', true, [start, '\xff', info, frameOf(1), scan, 'pixels', end]],
    [
      'whose end lies across two parts that are read',
      true,
      [start, frameOf(1), scan, 'x'.repeat(65_535), end],
    ],
    ['that broke off', false, [start, info, frameOf(1), scan, 'pixels']],
    ['that broke off before its scan', false, [start, info, frameOf(1)]],
    ['of no width', false, [start, info, frameOf(0), scan, 'pixels', end]],
    ['without a frame', false, [start, info, scan, 'pixels', end]],
    [
      'with something else between markers',
      false,
      [start, info, 'PK', frameOf(1), scan, 'pixels', end],
    ],
    ['of nothing but padding', false, [start, '\xff'.repeat(20_000), frameOf(1), scan, end]],
  ])('%s: %s', async (_, expected, parts) => {
    expect(await sound(JPEG, ...parts)).toBe(expected);
  });
});

describe('a PNG', () => {
  const signature = '\x89PNG\r\n\x1a\n';
  const chunk = (name: string, data = '') =>
    bytesOf(u32(data.length), name, data, 'crc!').toString('latin1');
  const [header, data, end] = [
    chunk('IHDR', 'x'.repeat(13)),
    chunk('IDAT', 'pixels'),
    chunk('IEND'),
  ];

  it.each<[string, boolean, Part[]]>([
    ['from IHDR over IDAT to IEND', true, [signature, header, chunk('tEXt'), data, end]],
    ['without data', false, [signature, header, end]],
    ['that does not begin with IHDR', false, [signature, data, header, end]],
    ['with a second IHDR', false, [signature, header, header, data, end]],
    ['with something behind it', false, [signature, header, data, end, 'PK']],
    ['that broke off', false, [signature, header, data]],
    [
      'whose chunk is longer than the file',
      false,
      [signature, header, u32(999), 'IDAT', 'pixels', end],
    ],
  ])('%s: %s', async (_, expected, parts) => {
    expect(await sound(PNG, ...parts)).toBe(expected);
  });
});

describe('an MP4', () => {
  const box = (name: string, data = '') =>
    bytesOf(u32(8 + data.length), name, data).toString('latin1');
  const [type, index, film] = [box('ftyp', 'isom'), box('moov', 'index'), box('mdat', 'film')];

  it.each<[string, boolean, Part[]]>([
    ['with index and film, in any order', true, [type, film, index]],
    ['whose last box goes on to the end', true, [type, index, u32(0), 'mdat', 'film']],
    ['with a box of 64 bits', true, [type, index, u32(1), 'mdat', u32(0), u32(20), 'film']],
    ['without its index', false, [type, film]],
    ['without its film', false, [type, index]],
    ['that broke off', false, [type, index, film.slice(0, -1)]],
    ['with something behind it', false, [type, index, film, 'PK']],
    ['with a box of less than its head', false, [type, index, film, u32(7), 'free']],
    ['of 64 bits that broke off', false, [type, index, film, u32(1), 'free']],
  ])('%s: %s', async (_, expected, parts) => {
    expect(await sound(MP4, ...parts)).toBe(expected);
  });
});

describe('a PDF', () => {
  it.each<[string, boolean, Part[]]>([
    ['with its end', true, ['%PDF-1.7\n', '%%EOF']],
    ['with a little behind its end', true, ['%PDF-1.7\n', '%%EOF', '\n'.repeat(2_043)]],
    [
      'with room for another file behind its end',
      false,
      ['%PDF-1.7\n', '%%EOF', 'x'.repeat(2_044)],
    ],
    ['that broke off', false, ['%PDF-1.7\n', '%%EO']],
  ])('%s: %s', async (_, expected, parts) => {
    expect(await sound(PDF, ...parts)).toBe(expected);
  });
});

it('is nothing that is not one of these', async () => {
  const other: FileType = { kind: 'image', mimeType: 'image/webp', extensions: ['.webp'] };
  expect(await sound(other, 'RIFF')).toBe(false);
});
