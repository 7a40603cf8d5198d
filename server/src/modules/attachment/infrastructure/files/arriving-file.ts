import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { AttachmentLimits } from '#contracts/attachment.contract.js';
import { DomainError } from '../../../../platform/kernel/domain-error.js';
import { HEAD_BYTES, typeOf } from '../../domain/file-type.js';
import type { FileType } from '../../domain/file-type.js';
import { isSound } from '../../domain/soundness.js';

const MEGABYTE = 1024 * 1024;

/** What a file turned out to be when it had arrived. */
export interface Arrival {
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Writes a file as it arrives, judges it by its content and puts it on the disk for good. Refuses
 * ATTACHMENT.TYPE after its first bytes, ATTACHMENT.TOO_LARGE with the byte that is too many,
 * ATTACHMENT.EMPTY and ATTACHMENT.BROKEN at its end. The caller removes what was written of it.
 *
 * @param path of a file that does not exist yet; readable by this process's user alone
 */
export async function receiveFile(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limits: AttachmentLimits,
): Promise<Arrival> {
  const handle = await open(path, 'wx+', 0o600);
  try {
    const arrival = await write(chunks, handle, limits);
    if (!(await isSound(arrival.type, contentOf(handle, arrival.size)))) {
      throw new DomainError('ATTACHMENT.BROKEN');
    }
    await handle.sync();
    return arrival;
  } finally {
    await handle.close();
  }
}

async function write(
  chunks: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  limits: AttachmentLimits,
): Promise<Arrival> {
  const hash = createHash('sha256');
  let head = new Uint8Array(0);
  let type: FileType | null = null;
  let size = 0;
  let refusal: DomainError | null = null;
  for await (const chunk of chunks) {
    // The rest of what is refused runs into nothing: the form must be read to its end to be answered.
    if (refusal) continue;
    size += chunk.length;
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      type = typeOf(head);
    }
    if (head.length === HEAD_BYTES) refusal = refusalOf(type, size, limits);
    if (refusal) continue;
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  if (size === 0) throw new DomainError('ATTACHMENT.EMPTY');
  refusal ??= refusalOf(type, size, limits);
  if (refusal || !type) throw refusal ?? new DomainError('ATTACHMENT.TYPE');
  return { type, size, sha256: hash.digest('hex') };
}

function refusalOf(
  type: FileType | null,
  size: number,
  limits: AttachmentLimits,
): DomainError | null {
  if (!type) return new DomainError('ATTACHMENT.TYPE');
  return size > limits[type.kind] ? tooLarge(limits) : null;
}

function tooLarge({ image, video, document }: AttachmentLimits): DomainError {
  return new DomainError('ATTACHMENT.TOO_LARGE', {
    imageMegabytes: image / MEGABYTE,
    videoMegabytes: video / MEGABYTE,
    documentMegabytes: document / MEGABYTE,
  });
}

const contentOf = (handle: FileHandle, size: number) => ({
  size,
  read: async (position: number, length: number): Promise<Uint8Array> => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  },
});
