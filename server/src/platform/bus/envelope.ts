import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * Locks what goes through Redis: codes that give whoever scans them a WhatsApp account, and what
 * operators see. AES-256-GCM with the key of the installation: who can read Redis can read nothing of
 * it, and who can write to it cannot make us believe anything. (It does not keep messages from being
 * repeated within the life of a process: none of ours does harm when it comes twice.)
 */
export class Envelope {
  /** @param key 32 bytes */
  constructor(private readonly key: Buffer) {}

  seal(message: unknown): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(message), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when it was not sealed with this key. */
  open(sealed: Buffer): unknown {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  }
}
