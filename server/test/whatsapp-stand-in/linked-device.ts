import { randomBytes } from 'node:crypto';

/** Something that the server tells a page; the page's `session.mjs` knows the types. */
export interface PageEvent {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** The line of a page, as far as its linked device needs it. */
export interface Listener {
  device: LinkedDevice | null;
  tell(event: PageEvent): void;
  cut(): void;
}

/**
 * A browser profile that is linked to an account. What the server has to tell it waits here until
 * the page says that it has it: nothing is lost when the page is down or killed meanwhile.
 */
export class LinkedDevice {
  readonly token = randomBytes(16).toString('hex');
  readonly account: string;
  line: Listener | null = null;
  #unheard: (PageEvent & { seq: number })[] = [];
  #seq = 0;

  constructor(account: string) {
    this.account = account;
  }

  tell(event: PageEvent): void {
    const numbered = { ...event, seq: ++this.#seq };
    this.#unheard.push(numbered);
    this.line?.tell(numbered);
  }

  /** The page has come (back): all it has not heard, then the end of what it missed. */
  connect(line: Listener): void {
    if (this.line && this.line !== line) this.line.cut();
    this.line = line;
    for (const event of this.#unheard) line.tell(event);
    line.tell({ type: 'caught-up' });
  }

  disconnect(line: Listener): void {
    if (this.line === line) this.line = null;
  }

  heard(seq: number): void {
    this.#unheard = this.#unheard.filter((event) => event.seq > seq);
  }
}
