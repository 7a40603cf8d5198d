import type { Log } from '../logging/log.js';

/**
 * npm passes a Ctrl-C on that the terminal has sent to us already: what comes so soon after the first is
 * the same one.
 */
const SAME_SIGNAL_MS = 1000;

const EXIT_STOPPED = 0;
const EXIT_FAILED = 1;
/** What a shell reports for a program ended by Ctrl-C. */
const EXIT_FORCED = 130;

/**
 * Stops the process on Ctrl-C or SIGTERM: runs `stop`, then exits 0. A second Ctrl-C does not wait.
 * @param stop ends everything cleanly; when it fails the exit code is 1.
 */
export function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let first: number | null = null;
  const onSignal = (): void => {
    if (first !== null) {
      if (performance.now() - first > SAME_SIGNAL_MS) process.exit(EXIT_FORCED);
      return;
    }
    first = performance.now();
    stop().then(
      () => process.exit(EXIT_STOPPED),
      (error: unknown) => {
        log.error('Stopping failed', error);
        process.exit(EXIT_FAILED);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** What nobody expected ends the process: running on half-broken could send twice. */
export function endOnUnexpected(log: Log): void {
  const onError = (error: unknown): void => {
    log.error('An unexpected error ends the process', error);
    process.exit(EXIT_FAILED);
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
}
