import type {
  ReceiptLevel,
  SendOutcome,
} from '../../../../../application/ports/whatsapp-gateway.js';

/** What a number of WhatsApp Web means as a receipt; null: nothing yet, or nothing we know. */
export function levelOf(ack: number): ReceiptLevel | null {
  switch (ack) {
    case -1:
      return 'failed';
    case 1:
      return 'sent';
    case 2:
      return 'delivered';
    // 4: a voice message was played. It has been seen as well.
    case 3:
    case 4:
      return 'read';
    default:
      return null;
  }
}

/**
 * What a number of WhatsApp Web means as the outcome of a hand-over; null: it is still waiting. A page
 * keeps what waits and sends it by itself later, also after a restart.
 */
export function outcomeOf(ack: number | null): SendOutcome | null {
  const level = ack === null ? null : levelOf(ack);
  if (level === null) return null;
  return level === 'failed' ? { kind: 'refused', reason: 'rejected' } : { kind: 'accepted' };
}

/** The last word on messages whose hand-over is being waited for. */
export class AckWatch {
  private readonly awaited = new Map<string, (outcome: SendOutcome) => void>();

  /** Resolves with the first level that settles this message. To be ended by `forget`. */
  watch(messageId: string): Promise<SendOutcome> {
    return new Promise((resolve) => this.awaited.set(messageId, resolve));
  }

  forget(messageId: string): void {
    this.awaited.delete(messageId);
  }

  isWatched(messageId: string): boolean {
    return this.awaited.has(messageId);
  }

  heard(messageId: string, ack: number): void {
    const outcome = outcomeOf(ack);
    if (outcome) this.awaited.get(messageId)?.(outcome);
  }
}
