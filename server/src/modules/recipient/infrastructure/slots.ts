/** So many places, first come, first served. */
export class Slots {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  /** @param count how many may be taken at once */
  constructor(count: number) {
    this.free = count;
  }

  /**
   * Takes a place as soon as one is free; each must be given back by {@link leave}.
   *
   * @throws the signal's reason when it aborts first
   */
  async enter(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(enter);
    });
  }

  /** Gives a place to who waits longest, or back. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }

  /**
   * Runs `work` in a place of its own.
   *
   * @throws the signal's reason when it aborts before there is one, and what `work` throws
   */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.enter(signal);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }
}
