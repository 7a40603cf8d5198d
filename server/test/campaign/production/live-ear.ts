import type { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type { LiveEvent } from '#contracts/live.contract.js';
import type { Clerk } from '../clerk.js';

const RETRY_MS = 300;

/**
 * A tab that stays open: it shows what the live stream tells, and reads everything again after `hello`,
 * as the screens do.
 */
export class LiveEar {
  private readonly shown = new Map<string, BroadcastStatus>();
  private readonly closing = new AbortController();
  private heard = 0;

  constructor(
    private readonly clerk: Clerk,
    private readonly broadcasts: readonly string[],
  ) {
    void this.listen();
  }

  /** How many pieces of news of runs came. */
  get news(): number {
    return this.heard;
  }

  /** Broadcasts that this tab shows with that status. */
  showing(status: BroadcastStatus): number {
    return [...this.shown.values()].filter((shown) => shown === status).length;
  }

  close(): void {
    this.closing.abort();
  }

  private async listen(): Promise<void> {
    while (!this.closing.signal.aborted) {
      try {
        const answer = await this.clerk.live(this.closing.signal);
        for await (const event of eventsOf(answer)) await this.take(event);
      } catch {
        // The web process is gone, or the tab is: the next try tells.
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private async take(event: LiveEvent): Promise<void> {
    if (event.type === 'hello') {
      for (const id of this.broadcasts) this.shown.set(id, (await this.clerk.broadcast(id)).status);
    }
    if (event.type !== 'run-changed') return;
    this.heard += 1;
    this.shown.set(event.broadcastId, event.run.state);
  }
}

async function* eventsOf(answer: Response): AsyncGenerator<LiveEvent> {
  if (!answer.body) return;
  let text = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      if (block.startsWith('data: ')) yield JSON.parse(block.slice(6)) as LiveEvent;
    }
  }
}
