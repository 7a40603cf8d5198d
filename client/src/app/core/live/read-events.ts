import { SseParser } from './sse-parser.js';

/** Why a stream ended: by us, refused for lack of a session, or anything else (worth a retry). */
export type StreamEnd = 'closed' | 'unauthenticated' | 'broken';

/**
 * Reads the event stream at `url` and hands the `data` of each event to `onData`, until it ends, is
 * silent for `silence` milliseconds (a dead connection that nobody closed), or `closed` aborts.
 *
 * @param headers that say who reads, where no cookie does
 */
export async function readEvents(
  url: string,
  onData: (data: string) => void,
  silence: number,
  closed: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<StreamEnd> {
  const stop = new AbortController();
  const abort = () => {
    stop.abort();
  };
  closed.addEventListener('abort', abort);
  let watchdog = setTimeout(abort, silence);
  try {
    const response = await fetch(url, {
      headers: { Accept: 'text/event-stream', ...headers },
      cache: 'no-store',
      signal: stop.signal,
    });
    if (response.status === 401) return 'unauthenticated';
    if (!response.ok || !response.body) return 'broken';
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parser = new SseParser();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, silence);
      parser.push(decoder.decode(chunk.value, { stream: true })).forEach(onData);
    }
    return 'broken';
  } catch {
    // Refused, reset, silent or closed: for the caller it only matters whether that was our wish.
    return closed.aborted ? 'closed' : 'broken';
  } finally {
    clearTimeout(watchdog);
    closed.removeEventListener('abort', abort);
  }
}
