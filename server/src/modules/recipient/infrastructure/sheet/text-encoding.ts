import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** Encodings in which spreadsheet programs save text. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a text file: by its byte order mark; without one UTF-8 when all of it is, else
 * Windows-1252, in which Excel saves .csv on Indonesian and English Windows.
 */
export async function detectEncoding(file: string): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const mark = first && chunk.length >= 2 ? chunk.readUInt16BE(0) : 0;
    if (mark === 0xfffe) return 'utf-16le';
    if (mark === 0xfeff) return 'utf-16be';
    first = false;
    if (!decodes(decoder, chunk)) return 'windows-1252';
  }
  return decodes(decoder) ? 'utf-8' : 'windows-1252';
}

/** Whether the bytes continue valid text; without bytes, whether it may end here. */
function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false; // the decoder says so by throwing; there is nothing more to know
  }
}

/** The text of a file, some at a time, without its byte order mark. */
export async function* decodeFile(
  file: string,
  encoding: TextEncoding,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
