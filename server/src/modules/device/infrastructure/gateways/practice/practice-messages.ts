import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { Ids } from '../../../../../platform/kernel/ids.js';
import type {
  LookupResult,
  MessageContent,
  MessageSender,
  NumberDirectory,
  SendOutcome,
  WhatsappAddress,
} from '../../../application/ports/whatsapp-gateway.js';
import type { HandoverJournal } from './handover-journal.js';
import { addressMark } from './handover-journal.js';
import type { SendFate } from './practice-fate.js';
import { numberFate, sendFate } from './practice-fate.js';
import type { PracticeLine, PracticeWorld } from './practice-line.js';
import type { PracticeSessions } from './practice-sessions.js';
import { readAttachment } from './read-attachment.js';

const DOMAIN = '@practice';

/** The line is not there: nothing left, nothing will. */
const OFFLINE: RecipientReason = 'device-not-ready';
/** The file could not be read: nothing left. */
const UNREADABLE: RecipientReason = 'file-unreadable';
/** Nobody knows whether the network has the message. */
const SILENT: RecipientReason = 'no-answer';

/**
 * A process that was stopped for longer than this finds its connections gone when it is woken, in
 * milliseconds: what had not left by then never does.
 */
const LONGEST_SILENCE = 5_000;

/** Numbers and messages on the practice network. Nothing leaves this server. */
export class PracticeMessages implements NumberDirectory, MessageSender {
  /** Sends so far, by sending and receiving number: a repeated one may fare differently. */
  private readonly attempts = new Map<string, number>();

  constructor(
    private readonly sessions: PracticeSessions,
    private readonly world: PracticeWorld,
    private readonly seed: string,
    private readonly journal: HandoverJournal,
    private readonly ids: Ids,
  ) {}

  async lookup(deviceId: string, phone: string): Promise<LookupResult> {
    const line = this.sessions.lineOf(deviceId);
    if (!line || !(await line.connected())) return { kind: 'unknown', reason: OFFLINE };
    const fate = numberFate(this.world.script, this.seed, phone);
    await this.world.clock.wait(fate.after, line.ended);
    return fate.onWhatsapp ? { kind: 'on', address: phone.slice(1) + DOMAIN } : { kind: 'not-on' };
  }

  newMessageId(): Promise<string> {
    return Promise.resolve(`practice-${this.ids.next()}`);
  }

  async send(
    deviceId: string,
    messageId: string,
    address: WhatsappAddress,
    { attachment }: MessageContent,
  ): Promise<SendOutcome> {
    const line = this.sessions.lineOf(deviceId);
    // As on WhatsApp: what is sent during an outage leaves when it is over.
    if (!line || !(await line.connected())) return { kind: 'refused', reason: OFFLINE };
    const sha256 = attachment && (await readAttachment(attachment));
    if (attachment && sha256 === null) return { kind: 'refused', reason: UNREADABLE };
    const phone = `+${address.replace(DOMAIN, '')}`;
    const fate = this.fateOf(line, phone);
    const leaves = this.world.clock.now() + fate.handoverAfter;
    await this.world.clock.wait(fate.handoverAfter, line.ended);
    const slept = this.world.clock.now() - leaves > LONGEST_SILENCE;
    if (line.ended.aborted || slept) return { kind: 'refused', reason: OFFLINE };
    if (fate.arrives) {
      try {
        await this.journal.append({
          messageId,
          address: addressMark(this.seed, phone),
          at: this.world.clock.now(),
          ...(sha256 !== null && { attachment: sha256 }),
        });
      } catch {
        // The line may be in the file in part; a full disk must not look like a message that never left.
        return { kind: 'unknown', reason: SILENT };
      }
    }
    void this.tellAnswers(line, messageId, phone, fate);
    await this.world.clock.wait(fate.answerAfter, line.ended);
    if (fate.outage !== null) line.drop(fate.outage);
    return fate.outcome;
  }

  private fateOf(line: PracticeLine, phone: string): SendFate {
    const pair = `${line.device.phone} ${phone}`;
    const attempt = (this.attempts.get(pair) ?? 0) + 1;
    this.attempts.set(pair, attempt);
    return sendFate(this.world.script, this.seed, { from: line.device.phone, to: phone, attempt });
  }

  private async tellAnswers(
    line: PracticeLine,
    messageId: string,
    phone: string,
    { receipts, optOutAfter }: SendFate,
  ): Promise<void> {
    const { clock, events } = this.world;
    for (const { level, after } of receipts) {
      await clock.wait(after, line.ended);
      if (line.ended.aborted) return;
      events.receipt(line.device.id, messageId, level);
    }
    if (optOutAfter === null) return;
    await clock.wait(optOutAfter, line.ended);
    if (line.ended.aborted) return;
    const address = phone.slice(1) + DOMAIN;
    const asked = { phone, address, messageId: await this.newMessageId(), at: clock.now() };
    events.optOut(line.device.id, asked);
  }
}
