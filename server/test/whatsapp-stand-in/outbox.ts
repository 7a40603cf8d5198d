import { createHash } from 'node:crypto';
import type { SendFault } from './behaviour.js';

/** A message that arrived at WhatsApp. Recipients see one message per id. */
export interface Arrival {
  /** The key's id (`3EB0…`). */
  readonly id: string;
  /** The key's whole text (`true_628…@c.us_3EB0…_out`). */
  readonly key: string;
  /** Number of the account that sent it. */
  readonly from: string;
  /** Number of the recipient, also when the address hides it. */
  readonly to: string;
  /** The address that the page used: `628…@c.us` or `9…@lid`. */
  readonly address: string;
  /** chat, image, video, document, … */
  readonly type: string;
  /** Body of a text, caption of a medium. */
  readonly text: string;
  readonly media: ArrivedMedia | null;
  /** When it first arrived, ms since the epoch. */
  readonly at: number;
  /** How often the page brought it: more than 1 after a lost acknowledgement. */
  readonly times: number;
  readonly ack: number;
}

/** The file of a message as it arrived, byte for byte. */
export interface ArrivedMedia {
  /** hex */
  readonly sha256: string;
  readonly size: number;
  readonly mimetype: string;
  readonly filename: string | null;
}

/** What the page says when it sends. */
export interface SentMessage {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly type: string;
  readonly text: string;
  readonly media: { path: string; mimetype: string; filename: string | null } | null;
  /** What it was told to do wrong, the first time. */
  readonly fault?: SendFault | null;
}

type Record = { -readonly [K in keyof Arrival]: Arrival[K] } & { token: string };

/** The judge of duplicates: every message that arrived, outside the product's process. */
export class Outbox {
  readonly #records: Record[] = [];
  readonly #files = new Map<string, { sha256: string; size: number }>();

  store(content: Buffer): string {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = `/v/${this.#files.size}-${sha256.slice(0, 12)}`;
    this.#files.set(path, { sha256, size: content.length });
    return path;
  }

  /** A message that the recipient has already only counts. */
  arrive(message: SentMessage, from: string, to: string, token: string): void {
    const known = this.#records.find((record) => record.id === message.id && record.to === to);
    if (known) {
      known.times += 1;
      return;
    }
    const { id, key, type, text, media } = message;
    const file = media && this.#files.get(media.path);
    const arrived = media && {
      sha256: file?.sha256 ?? '',
      size: file?.size ?? 0,
      mimetype: media.mimetype,
      filename: media.filename,
    };
    this.#records.push({
      ...{ id, key, from, to, address: message.to, type, text, media: arrived },
      ...{ at: Date.now(), times: 1, ack: 0, token },
    });
  }

  find(id: string): Record | undefined {
    return this.#records.find((record) => record.id === id || record.key === id);
  }

  all(): Arrival[] {
    return this.#records.map(({ token: _, ...record }) => record);
  }
}
