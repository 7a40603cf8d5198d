import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';

/**
 * Makes of a number what the list keeps instead of it: HMAC-SHA-256 with a key of this installation,
 * the same in every process, after every restart, and after a restore of the database.
 *
 * What that protects against: there are few enough numbers to try them all, so without the key the hash
 * would hide nothing. The key is not in this table: an export or a leaked copy of the list alone tells
 * no numbers. It comes from the database's own secret and, where SECRET_KEY is set, from that too: only
 * then does a stolen copy of the whole database not suffice. Whoever runs the server can always test a
 * number. The hint beside it shows the last digits on purpose, and narrows a guess down accordingly.
 */
@Injectable()
export class NumberFingerprints {
  private readonly key: Buffer;

  constructor(secrets: InstallationSecrets) {
    this.key = secrets.key('do-not-contact');
  }

  /** @param phone E.164 */
  of(phone: string): string {
    return createHmac('sha256', this.key).update(phone).digest('hex');
  }
}
