import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { AttachmentFile } from '../../../application/ports/whatsapp-gateway.js';

/**
 * Reads a file to its end, as an engine does that sends it, and answers its SHA-256 in hexadecimal. Null
 * when it cannot be read, or has not the size that was said.
 */
export async function readAttachment({ path, size }: AttachmentFile): Promise<string | null> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      read += chunk.length;
      hash.update(chunk);
    }
  } catch {
    return null;
  }
  return read === size ? hash.digest('hex') : null;
}
