import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../../../../../platform/kernel/clock.js';

/** The browser's page, as the library holds it. */
export type LibraryPage = NonNullable<Client['pupPage']>;

/** The page did not answer in time; what was asked may still happen. */
export class PageSilent extends Error {}

/** The page is gone, or about to go. */
export class PageGone extends Error {}

/** Questions to the page: each has an end, whatever the page does. */
export class PageLink {
  private readonly client: Client;
  private readonly clock: Clock;
  private readonly closing = new AbortController();
  private readonly closed: Promise<never>;

  constructor(client: Client, clock: Clock) {
    this.client = client;
    this.clock = clock;
    this.closed = new Promise((_, reject) => {
      this.closing.signal.addEventListener('abort', () => {
        reject(new PageGone('The page is gone.'));
      });
    });
    // Who waits hears it; when nobody does, nothing is wrong.
    this.closed.catch(() => undefined);
  }

  /** Nothing is asked any more. */
  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Ends every question with `PageGone`, now and from now on. */
  close(): void {
    this.closing.abort();
  }

  /**
   * Runs a self-contained function in the page.
   *
   * @param within milliseconds
   * @throws PageSilent when there is no answer in time
   * @throws PageGone when the room was closed or there is no page
   * @throws Error what the function or the browser threw
   */
  ask<Args extends unknown[], Answer>(
    run: (...args: Args) => Answer,
    args: Args,
    within: number,
  ): Promise<Awaited<Answer>> {
    // Arguments here are plain values: the driver's types also allow for handles.
    const evaluated = run as (...given: unknown[]) => Answer;
    return this.with((page) => page.evaluate(evaluated, ...args), within);
  }

  /** The same for what is more than one evaluation. */
  async with<Answer>(
    work: (page: LibraryPage) => Promise<Answer>,
    within: number,
  ): Promise<Answer> {
    const page = this.client.pupPage;
    if (this.isClosed || !page || page.isClosed()) throw new PageGone('There is no page.');
    const answering = work(page);
    // Its end comes too late when another one wins.
    answering.catch(() => undefined);
    return this.within(within, answering);
  }

  /** Resolves after `milliseconds`; rejects with `PageGone` when the room closes before. */
  async wait(milliseconds: number): Promise<void> {
    await this.clock.wait(milliseconds, this.closing.signal);
    if (this.isClosed) throw new PageGone('The page is gone.');
  }

  private async within<Answer>(milliseconds: number, answering: Promise<Answer>): Promise<Answer> {
    const done = new AbortController();
    const late = this.clock.wait(milliseconds, done.signal).then((): never => {
      throw new PageSilent('The page does not answer.');
    });
    late.catch(() => undefined);
    try {
      return await Promise.race([answering, this.closed, late]);
    } finally {
      done.abort(late);
    }
  }
}
