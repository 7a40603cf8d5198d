import type { Response } from 'express';
import type { LiveEvent } from '#contracts/live.contract.js';

/** Bytes that may wait for a slow reader. One that falls further behind is cut off, and reads anew. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** One open stream of server-sent events (HTML standard, 9.2). */
export class LiveStream {
  private readonly ending = new AbortController();

  constructor(private readonly response: Response) {
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // Asks a proxy (nginx) to pass every event on at once.
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    response.once('close', () => {
      this.ending.abort();
    });
  }

  /** Aborts when the stream is over, whoever ended it. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  send(event: LiveEvent): void {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Shows both sides, and every proxy between them, that the stream lives. */
  heartbeat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.ending.abort();
    this.response.end();
  }

  private write(text: string): void {
    if (this.ended.aborted) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) {
      this.ending.abort();
      this.response.destroy();
    }
  }
}
