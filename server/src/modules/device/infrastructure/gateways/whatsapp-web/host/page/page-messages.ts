import type { Message } from 'whatsapp-web.js';
import type {
  LookupResult,
  MessageContent,
  SendOutcome,
} from '../../../../../application/ports/whatsapp-gateway.js';
import { SystemClock } from '../../../../../../../platform/kernel/clock.js';
import type { Clock } from '../../../../../../../platform/kernel/clock.js';
import { NOT_HANDED_OVER } from '../../unanswered.js';
import { AckWatch, levelOf } from './ack-levels.js';
import { HandOver } from './hand-over.js';
import { HandOverRecord } from './hand-over-record.js';
import { newId } from './in-page/people.js';
import { Lookups } from './lookups.js';
import type { PageRoom, PageRoomOptions } from './page-contract.js';
import { PageLink } from '../page-link.js';
import { PastMessages } from './past-messages.js';
import { preparePage } from './prepare-page.js';
import { Replies } from './replies.js';

/** The room of one page: everything about messages meets here. */
export class PageMessages implements PageRoom {
  private readonly options: PageRoomOptions;
  private readonly clock: Clock;
  private readonly link: PageLink;
  private readonly record: HandOverRecord;
  private readonly acks = new AckWatch();
  private readonly lookups: Lookups;
  private readonly handOver: HandOver;
  private readonly past: PastMessages;
  private readonly replies: Replies;
  private maySend = false;
  private sending: Promise<unknown> = Promise.resolve();

  constructor(options: PageRoomOptions) {
    const { client, settings, tell, recordFile, clock = new SystemClock() } = options;
    this.options = options;
    this.clock = clock;
    this.link = new PageLink(client, clock);
    this.record = new HandOverRecord(recordFile, clock);
    this.lookups = new Lookups(this.link, settings);
    this.handOver = new HandOver(this.link, this.record, this.acks, settings);
    this.past = new PastMessages(this.link, this.record, settings, tell);
    this.replies = new Replies(this.link, this.record, settings, tell);
    client.on('message_ack', this.heardAck);
    client.on('message', this.heardMessage);
  }

  async prepare(): Promise<readonly string[]> {
    const missing = await preparePage(this.link, this.options.settings);
    this.maySend = missing.length === 0;
    return missing;
  }

  async newMessageId(): Promise<string> {
    const id = await this.link.ask(newId, [], this.options.settings.answerDeadlineMs);
    if (!/^[\w-]{10,64}$/.test(id) || this.record.proofOf(id).kind !== 'unknown') {
      throw new Error('WhatsApp Web gave no usable message id.');
    }
    await this.record.made(id);
    return id;
  }

  lookup(phone: string): Promise<LookupResult> {
    return this.lookups.lookup(phone);
  }

  send(messageId: string, address: string, content: MessageContent): Promise<SendOutcome> {
    const sent = this.sending.then(() =>
      this.maySend && !this.link.isClosed
        ? this.handOver.run(messageId, address, content)
        : NOT_HANDED_OVER,
    );
    this.sending = sent;
    return sent;
  }

  reconcile(messageId: string): Promise<SendOutcome> {
    return this.past.reconcile(messageId);
  }

  async catchUp(openMessageIds: readonly string[]): Promise<void> {
    await this.past.catchUp(openMessageIds);
    await this.replies.catchUp(this.clock.now());
  }

  close(): void {
    const { client } = this.options;
    client.off('message_ack', this.heardAck);
    client.off('message', this.heardMessage);
    this.link.close();
    // After the last hand-over has come to its end: it may still have something to write down.
    void this.sending.then(() => this.record.close()).catch(() => undefined);
  }

  private readonly heardAck = ({ id }: Message, ack: number): void => {
    if (!id.fromMe) return;
    const isAwaited = this.acks.isWatched(id.id);
    this.acks.heard(id.id, ack);
    const level = levelOf(ack);
    // The outcome of a hand-over that is being waited for says "refused" more exactly.
    if (level === null || (level === 'failed' && isAwaited)) return;
    this.options.tell.receipt(id.id, level);
  };

  private readonly heardMessage = (message: Message): void => {
    // What is missed here is found at the next `catchUp`.
    void this.replies.heard(message).catch(() => undefined);
  };
}
