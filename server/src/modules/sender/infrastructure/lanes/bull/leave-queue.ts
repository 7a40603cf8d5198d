import { setTimeout as wait } from 'node:timers/promises';
import type { Queue } from 'bull';

/** The end of a process waits so long for Redis, in milliseconds: what stays there does no harm. */
const PATIENCE_MS = 2_000;

/** Whether `work` has ended, well or not, within the time that a process may wait for Redis. */
export async function endsInTime(work: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController();
  const late = wait(PATIENCE_MS, false, { signal: ended.signal, ref: false });
  try {
    return await Promise.race([work.then(() => true), late]);
  } catch {
    return true;
  } finally {
    ended.abort();
    late.catch(() => undefined);
  }
}

/**
 * Closes a queue. Bull itself would wait for its Redis for as long as that is away; here its connections are
 * cut then.
 */
export async function leaveQueue(queue: Queue): Promise<void> {
  const closing = queue.close(true);
  if (await endsInTime(closing)) return;
  for (const { disconnect } of connectionsOf(queue)) disconnect();
  // Bull may never notice; whoever closes it once more, as Nest does at the end, would wait for ever.
  queue.close = () => Promise.resolve();
}

/** Bull keeps a list of its connections, and shows two of them at most. */
function connectionsOf(queue: Queue): { disconnect: () => void }[] {
  const { clients = [] } = queue as unknown as { clients?: { disconnect: () => void }[] };
  return clients.map((client) => ({
    disconnect: () => {
      client.disconnect();
    },
  }));
}
