import { randomBytes } from 'node:crypto';

/** Maker of identifiers, so that tests can foresee them. */
export abstract class Ids {
  /** A new UUID, version 7 (RFC 9562): later ones sort after earlier ones. */
  abstract next(): string;
}

/** Version 7 from this machine's clock and 74 random bits. */
export class UuidIds extends Ids {
  next(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  }
}
