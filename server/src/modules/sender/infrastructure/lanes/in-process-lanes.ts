import type { Clock } from '../../../../platform/kernel/clock.js';
import type { Log } from '../../../../platform/logging/log.js';
import { Lanes } from '../../application/ports/lanes.js';
import type { LaneDriver } from '../../application/ports/lanes.js';

/** Longest time from the request to stop until a message in flight is left alone, in milliseconds. */
const STOP_PATIENCE = 30_000;

/** Waits after failures in a row, in milliseconds; the last one is repeated. */
const RETRY_WAITS = [1_000, 5_000, 15_000, 30_000];

interface Running {
  /** A ring came while the lane was running: it looks again afterwards. */
  rungAgain: boolean;
  ended: Promise<void>;
}

/** Lanes of this process: for each device that was rung at most one loop at a time. */
export class InProcessLanes extends Lanes {
  private readonly running = new Map<string, Running>();
  private readonly stopping = new AbortController();
  private started = false;

  constructor(
    private readonly driver: LaneDriver,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  start(): Promise<void> {
    this.started = true;
    return Promise.resolve();
  }

  ring(deviceId: string): void {
    if (!this.started || this.stopping.signal.aborted) return;
    const running = this.running.get(deviceId);
    if (running) {
      running.rungAgain = true;
      return;
    }
    const begun: Running = { rungAgain: false, ended: Promise.resolve() };
    this.running.set(deviceId, begun);
    begun.ended = this.driveWhileRung(deviceId, begun);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    const enough = new AbortController();
    const ended = Promise.all([...this.running.values()].map((running) => running.ended));
    await Promise.race([ended, this.clock.wait(STOP_PATIENCE, enough.signal)]);
    enough.abort();
  }

  private async driveWhileRung(deviceId: string, running: Running): Promise<void> {
    do {
      running.rungAgain = false;
      await this.driveThroughFailures(deviceId);
    } while (wasRung(running) && !this.stopping.signal.aborted);
    this.running.delete(deviceId);
  }

  private async driveThroughFailures(deviceId: string): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.driver.drive(deviceId, signal);
        return;
      } catch (error) {
        this.log.error('A lane failed and is tried again', error, { deviceId });
      }
      await this.clock.wait(RETRY_WAITS[Math.min(failures, RETRY_WAITS.length - 1)] ?? 0, signal);
    }
  }
}

/** Asked of a function: a ring comes during the wait, which the compiler does not see. */
function wasRung(running: Running): boolean {
  return running.rungAgain;
}
