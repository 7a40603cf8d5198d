import { HandoverMarks } from '../application/ports/handover-marks.js';
import type { HandoverMark, MarkedHandover } from '../application/ports/handover-marks.js';

/** `HandoverMarks` in memory. They outlive a house when it is given to the next. */
export class KeptMarks extends HandoverMarks {
  /** Set to let the disk refuse. */
  fault: Error | null = null;
  private readonly marks = new Map<string, HandoverMark>();

  note({ broadcastId, recipientId, messageId }: MarkedHandover): Promise<void> {
    if (this.fault) return Promise.reject(this.fault);
    const upTo = Math.max(this.marks.get(broadcastId)?.upTo ?? 0, recipientId);
    this.marks.set(broadcastId, { broadcastId, messageId, upTo });
    return Promise.resolve();
  }

  of(broadcastId: string): Promise<HandoverMark | null> {
    return Promise.resolve(this.marks.get(broadcastId) ?? null);
  }

  async *all(): AsyncGenerator<readonly HandoverMark[], void, undefined> {
    yield await Promise.resolve([...this.marks.values()]);
  }
}
