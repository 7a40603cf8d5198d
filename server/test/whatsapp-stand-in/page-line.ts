import { randomBytes, randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { LinkedDevice, Listener, PageEvent } from './linked-device.js';

/** The keys of one profile, as they stand in its QR. */
export interface PageKeys {
  readonly noise: string;
  readonly identity: string;
  readonly adv: string;
}

const CONFIRM_MS = 1_000;

/** One page that is connected: the line over which it hears, and the codes that it shows. */
export class PageLine implements Listener {
  readonly id = randomBytes(6).toString('hex');
  device: LinkedDevice | null = null;
  ref = '';
  code: { readonly text: string; readonly phone: string } | null = null;
  readonly keys: PageKeys;
  /** Process id of its browser, 0 where unknown. */
  readonly browser: number;
  readonly #stream: ServerResponse;
  #refsLeft = 0;
  #confirmed = (): void => {};
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: ServerResponse, keys: PageKeys, browser: number) {
    this.#stream = stream;
    this.keys = keys;
    this.browser = browser;
  }

  tell(event: PageEvent): void {
    this.#stream.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Tells and waits until the page has it, though not for ever: it may hang. */
  async tellAndWait(event: PageEvent, patience = CONFIRM_MS): Promise<void> {
    await new Promise<void>((done) => {
      this.#confirmed = done;
      this.tell(event);
      setTimeout(done, patience).unref();
    });
  }

  /** The page has what it was told. */
  confirm(): void {
    this.#confirmed();
  }

  /** Shows `count` codes one after the other, then says that it has none left. */
  showRefs(count: number, lifeMs: number): void {
    this.#refsLeft = count;
    this.nextRef(lifeMs);
  }

  nextRef(lifeMs: number): void {
    clearTimeout(this.#timer);
    if (this.#refsLeft <= 0) {
      this.endRefs();
      return;
    }
    this.#refsLeft -= 1;
    this.ref = `2@${[66, 66, 24].map((size) => randomBytes(size).toString('base64')).join('')}`;
    this.tell({ type: 'ref', ref: this.ref });
    this.#timer = setTimeout(() => this.nextRef(lifeMs), lifeMs);
    this.#timer.unref();
  }

  /** The last code is over: the page becomes idle until it asks again. */
  endRefs(): void {
    this.stopRefs();
    this.tell({ type: 'idle' });
  }

  stopRefs(): void {
    clearTimeout(this.#timer);
    this.#refsLeft = 0;
    this.ref = '';
    this.code = null;
  }

  /** A pairing code for this phone: eight letters and digits that nobody mixes up. */
  showCode(phone: string): string {
    const letters = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';
    const text = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    this.code = { text, phone };
    return text;
  }

  /** Cuts the line, as a lost network does. */
  cut(): void {
    clearTimeout(this.#timer);
    this.#stream.destroy();
  }
}
