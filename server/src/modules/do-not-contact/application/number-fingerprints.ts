import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';

/** Bytes that SHA-256 works on at a time, and bytes of its result: HMAC is defined by them (RFC 2104). */
const BLOCK = 64;
const DIGEST = 32;

/** Room for a number in E.164: a plus sign and at most 15 digits. */
const LONGEST = 16;

/**
 * Makes of a number what the list keeps instead of it: HMAC-SHA-256 with a key of this installation,
 * the same in every process, after every restart, and after a restore of the database.
 *
 * What that protects against: there are few enough numbers to try them all, so without the key the hash
 * would hide nothing. The key is not in this table: an export or a leaked copy of the list alone tells
 * no numbers. It comes from the database's own secret and, where SECRET_KEY is set, from that too: only
 * then does a stolen copy of the whole database not suffice. Whoever runs the server can always test a
 * number. The hint beside it shows the last digits on purpose, and narrows a guess down accordingly.
 *
 * Whole lists pass here while they are read: two one-shot hashes take 2 µs a number, Node's `createHmac`
 * takes 12.
 */
@Injectable()
export class NumberFingerprints {
  /** The key for the inner hash, then room for a number. */
  private readonly inner = Buffer.alloc(BLOCK + LONGEST);
  /** The key for the outer hash, then room for the result of the inner one. */
  private readonly outer = Buffer.alloc(BLOCK + DIGEST);

  constructor(secrets: InstallationSecrets) {
    const key = secrets.key('do-not-contact');
    for (let at = 0; at < BLOCK; at++) {
      const byte = key[at] ?? 0;
      this.inner[at] = byte ^ 0x36;
      this.outer[at] = byte ^ 0x5c;
    }
  }

  /**
   * The fingerprint, in hexadecimal.
   *
   * @param phone E.164
   */
  of(phone: string): string {
    if (phone.length > LONGEST) throw new Error('That is no number in E.164');
    const length = this.inner.write(phone, BLOCK, 'latin1');
    hash('sha256', this.inner.subarray(0, BLOCK + length), 'buffer').copy(this.outer, BLOCK);
    return hash('sha256', this.outer, 'hex');
  }
}
