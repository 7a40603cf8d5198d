import type { LiveEvent } from '#contracts/live.contract.js';
import type { TestClient } from './test-client.js';

/** An open live stream, read event by event. */
export interface EventReader {
  /** The next event of that type. Throws when the stream ends before. */
  next(type: LiveEvent['type']): Promise<LiveEvent>;
  close(): Promise<void>;
}

/** Opens the live stream of a browser and waits until it is complete. */
export async function nextEvents(client: TestClient): Promise<EventReader> {
  const answer = await client.get('/api/live');
  const reader = (answer.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) throw new Error('No stream');
  let waiting = '';
  const next = async (type: LiveEvent['type']): Promise<LiveEvent> => {
    for (;;) {
      const end = waiting.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended before ${type}`);
        waiting += new TextDecoder().decode(value);
        continue;
      }
      const block = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (!block.startsWith('data: ')) continue;
      const event = JSON.parse(block.slice('data: '.length)) as LiveEvent;
      if (event.type === type) return event;
    }
  };
  await next('hello');
  return { next, close: () => reader.cancel() };
}
