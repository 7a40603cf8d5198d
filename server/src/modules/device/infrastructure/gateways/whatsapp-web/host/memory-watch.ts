import { heldMemoryOf } from '../processes/held-memory.js';
import type { LiveSession } from './live-session.js';
import type { Questions } from './questions.js';

/** So many times its limit a session may hold while messages are being sent. */
const URGENT = 2;

/**
 * Ends the life of a session that has grown too large; a new one begins at once, and without a scan. Waits
 * for a quiet while, and where it has grown far too large for the gap between two messages.
 */
export async function watchMemory(session: LiveSession, questions: Questions): Promise<void> {
  const { clock, signal, start } = session;
  const { memoryLookMs, memoryQuietMs } = start.timing;
  const limit = start.memoryLimitMb;
  while (limit !== null && !signal.aborted) {
    await clock.wait(memoryLookMs, signal);
    const held = await heldMemoryOf(process.pid);
    const quiet = held >= URGENT * limit ? 0 : memoryQuietMs;
    if (held < limit || session.step !== 'ready' || !questions.haveRestedFor(quiet)) continue;
    session.log('The session has grown too large and begins anew', `${held} MiB of ${limit} MiB`);
    session.finish('outgrown');
  }
}
