import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a step took. */
export interface Measured {
  readonly seconds: number;
  /** Longest time for which nothing else of the process had a turn. */
  readonly worstLagMs: number;
}

/** Resolution of the lag in milliseconds; small beside the limit of 100. */
const RESOLUTION = 5;

/** How long `work` takes, and how long it kept the rest of the process waiting at worst. */
export async function measured(work: () => Promise<void>): Promise<Measured> {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION });
  lag.enable();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  lag.disable();
  // The histogram holds the time between two looks, of which the resolution was intended.
  return { seconds, worstLagMs: Math.max(0, lag.max / 1e6 - RESOLUTION) };
}

/**
 * The worst lag of a process that does nothing until `stop` resolves: what the machine itself adds to a
 * lag that is measured at the same time.
 */
export async function idleLagMs(stop: Promise<unknown>): Promise<number> {
  const { worstLagMs } = await measured(async () => {
    await stop;
  });
  return worstLagMs;
}

/** The most memory that this process ever held, in MB. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
