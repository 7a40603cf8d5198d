import type { SendOutcome } from '../../../../../application/ports/whatsapp-gateway.js';
import { levelOf, outcomeOf } from './ack-levels.js';
import type { HandOverRecord } from './hand-over-record.js';
import { readAcks } from './in-page/read-back.js';
import type { Known, KnownAck } from './in-page/read-back.js';
import type { PageNews, PageSettings } from './page-contract.js';
import type { PageLink } from '../page-link.js';

/** So many messages are asked about in one question: each may be one read of the page's store. */
const AT_ONCE = 100;

/** Asks the page about messages that were handed over before: by this process or one before it. */
export class PastMessages {
  private readonly link: PageLink;
  private readonly record: HandOverRecord;
  private readonly settings: PageSettings;
  private readonly tell: PageNews;

  constructor(link: PageLink, record: HandOverRecord, settings: PageSettings, tell: PageNews) {
    this.link = link;
    this.record = record;
    this.settings = settings;
    this.tell = tell;
  }

  /**
   * What became of one message. What proves what:
   * - a level of 1 or more, in the page's memory or store: WhatsApp has it (accepted);
   * - level -1: WhatsApp refused it, and a page does not try again by itself (refused);
   * - level 0: the page still keeps it and sends it whenever it can, hours later if need be (unknown);
   * - not in the page: **no** proof. It writes its store when it likes; a page that was killed may have
   *   sent a message that its store never saw (unknown);
   * - our record has the id but no `leaving`: it was written before the page was told of the message, so
   *   the page never was. That id is then made void on the disk, so that a hand-over that still waits in
   *   this process cannot prove us wrong (refused);
   * - no record of the id: it may be lost (unknown).
   *
   * Never rejects.
   */
  async reconcile(messageId: string): Promise<SendOutcome> {
    const proof = this.record.proofOf(messageId);
    try {
      if (proof.kind === 'not-begun') {
        await this.record.void(messageId);
        return { kind: 'refused', reason: 'not-handed-over' };
      }
      const key = proof.kind === 'begun' ? proof.key : null;
      const [found] = await this.ask([{ id: messageId, key }]);
      const ack = found?.ack ?? null;
      const waits: SendOutcome = { kind: 'unknown', reason: 'no-answer' };
      const lost: SendOutcome = { kind: 'unknown', reason: 'interrupted' };
      return outcomeOf(ack) ?? (ack === null ? lost : waits);
    } catch {
      return { kind: 'unknown', reason: 'connection-lost' };
    }
  }

  /** Tells as receipts how far these have come. Rejects when the page does not answer. */
  async catchUp(messageIds: readonly string[]): Promise<void> {
    for (let from = 0; from < messageIds.length; from += AT_ONCE) {
      const asked = messageIds.slice(from, from + AT_ONCE).map((id) => {
        const proof = this.record.proofOf(id);
        return { id, key: proof.kind === 'begun' ? proof.key : null };
      });
      for (const { id, ack } of await this.ask(asked)) {
        const level = ack === null ? null : levelOf(ack);
        if (level !== null) this.tell.receipt(id, level);
      }
    }
  }

  private ask(messages: readonly Known[]): Promise<KnownAck[]> {
    return this.link.ask(readAcks, [messages], this.settings.answerDeadlineMs);
  }
}
