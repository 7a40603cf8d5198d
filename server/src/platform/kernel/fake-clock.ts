import { Clock } from './clock.js';

interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** Time that moves only when a test says so. */
export class FakeClock extends Clock {
  private sleepers: Sleeper[] = [];

  constructor(private time = Date.UTC(2026, 10, 22, 2, 0, 0)) {
    super();
  }

  now(): number {
    return this.time;
  }

  /** How many waits are open: lets a test know that the code under test has come to rest. */
  get waiting(): number {
    return this.sleepers.length;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true || milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const sleeper = { wakesAt: this.time + milliseconds, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      });
    });
  }

  /** Moves time forward and wakes whoever is due, in the order in which they are due. */
  async advance(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.sleepers.filter((sleeper) => sleeper.wakesAt <= this.time);
    this.sleepers = this.sleepers.filter((sleeper) => sleeper.wakesAt > this.time);
    for (const sleeper of due.sort((a, b) => a.wakesAt - b.wakesAt)) {
      sleeper.wake();
      await Promise.resolve();
    }
  }
}
