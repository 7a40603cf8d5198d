/** The only source of time, so that tests need no sleep. */
export abstract class Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  abstract now(): number;

  /**
   * Resolves after `milliseconds`, or at once when `signal` aborts: a wait that is called off is
   * not an error, the caller looks at its signal.
   */
  abstract wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Time of this machine. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true || milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', done, { once: true });
    });
  }
}
