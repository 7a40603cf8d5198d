import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { SendOutcome } from '../../../../../application/ports/whatsapp-gateway.js';
import type { AckWatch } from './ack-levels.js';
import { outcomeOf } from './ack-levels.js';
import { follow, giveUp } from './in-page/hand-over.js';
import type { begin, Progress } from './in-page/hand-over.js';
import { readAcks } from './in-page/read-back.js';
import type { PageSettings } from './page-contract.js';
import type { PageLink } from '../page-link.js';
import { PageGone } from '../page-link.js';

/** One question to the page lasts so long at most, in ms: shorter than any limit of the browser's driver. */
const SLICE = 5_000;

/** What was known when the wait for leaving ended. */
type Leaving = 'left' | 'gone' | 'silent' | 'never' | 'kept-back';

/**
 * What becomes of a message that the page is about to be given. Two waits, each with its own end: until it
 * has left the library (or certainly never will), then until WhatsApp's server has it.
 */
export class AwaitOutcome {
  private readonly link: PageLink;
  private readonly acks: AckWatch;
  private readonly settings: PageSettings;

  constructor(link: PageLink, acks: AckWatch, settings: PageSettings) {
    this.link = link;
    this.acks = acks;
    this.settings = settings;
  }

  /**
   * Never rejects.
   *
   * @param start gives it to the page
   */
  async of(
    messageId: string,
    key: string,
    hasFile: boolean,
    start: () => Promise<ReturnType<typeof begin>>,
  ): Promise<SendOutcome> {
    const settled = this.acks.watch(messageId);
    try {
      return await Promise.race([settled, this.goThrough(messageId, key, hasFile, start)]);
    } catch (error) {
      const reason = error instanceof PageGone ? 'connection-lost' : 'no-answer';
      return { kind: 'unknown', reason };
    } finally {
      this.acks.forget(messageId);
    }
  }

  private async goThrough(
    messageId: string,
    key: string,
    hasFile: boolean,
    start: () => Promise<ReturnType<typeof begin>>,
  ): Promise<SendOutcome> {
    const begun = await start().catch(() => 'unclear' as const);
    if (begun === 'no-guard') return { kind: 'refused', reason: 'whatsapp-changed' };
    if (begun === 'bad-file') return { kind: 'refused', reason: 'file-unreadable' };
    if (begun === 'not-prepared') return { kind: 'refused', reason: 'not-handed-over' };
    const leaving = begun === 'begun' ? await this.untilLeft(messageId, hasFile) : 'silent';
    switch (leaving === 'silent' ? await this.giveUp(messageId) : leaving) {
      case 'never':
        return { kind: 'refused', reason: hasFile ? 'file-not-sent' : 'not-handed-over' };
      case 'kept-back':
        return { kind: 'refused', reason: 'whatsapp-changed' };
      case 'left':
        return this.untilConfirmed(messageId, key, 'no-answer');
      case 'gone':
        return this.untilConfirmed(messageId, key, 'connection-lost');
      case 'silent':
        return { kind: 'unknown', reason: 'no-answer' };
    }
  }

  /** `silent` when its time is over while it had not left. */
  private async untilLeft(messageId: string, hasFile: boolean): Promise<Leaving> {
    const { textDeadlineMs, fileDeadlineMs } = this.settings;
    const deadline = this.link
      .wait(hasFile ? fileDeadlineMs : textDeadlineMs)
      .then((): null => null);
    deadline.catch(() => undefined);
    for (;;) {
      const seen = await Promise.race([this.follow(messageId), deadline]);
      if (seen === null) return 'silent';
      const leaving = leavingOf(seen.stage);
      if (leaving !== null) return leaving;
    }
  }

  /** Null when the page did not answer. */
  private async follow(messageId: string): Promise<Progress | null> {
    const within = SLICE + this.settings.answerDeadlineMs;
    return this.link.ask(follow, [messageId, SLICE], within).catch(() => null);
  }

  /** The page's own word that it has not left and never will, or that it has. */
  private async giveUp(messageId: string): Promise<Leaving> {
    const stage = await this.link
      .ask(giveUp, [messageId], this.settings.answerDeadlineMs)
      .catch((error: unknown) => {
        if (this.link.isClosed) throw error;
        return null;
      });
    return stage === null ? 'silent' : (leavingOf(stage) ?? 'silent');
  }

  /**
   * Receipts arrive at `AckWatch`, which wins the race; this only ends the wait, and looks itself when the
   * library's call has ended and when the time is over, should the library tell of no receipts.
   */
  private async untilConfirmed(
    messageId: string,
    key: string,
    reason: RecipientReason,
  ): Promise<SendOutcome> {
    const late = this.link.wait(this.settings.ackDeadlineMs);
    late.catch(() => undefined);
    const call = await Promise.race([this.untilSettled(messageId), late]);
    const early = call === 'settled' ? await this.readBack(messageId, key) : null;
    if (early) return early;
    await late;
    return (await this.readBack(messageId, key)) ?? { kind: 'unknown', reason };
  }

  private async untilSettled(messageId: string): Promise<'settled' | 'gone'> {
    while (this.acks.isWatched(messageId)) {
      const seen = await this.follow(messageId);
      if (seen === null || seen.stage === 'gone') break;
      if (seen.settled) return 'settled';
    }
    return 'gone';
  }

  private async readBack(messageId: string, key: string): Promise<SendOutcome | null> {
    // A receipt came first: nobody waits any more.
    if (!this.acks.isWatched(messageId)) return null;
    const within = this.settings.answerDeadlineMs;
    const found = await this.link
      .ask(readAcks, [[{ id: messageId, key }]], within)
      .catch(() => null);
    return outcomeOf(found?.[0]?.ack ?? null);
  }
}

function leavingOf(stage: Progress['stage']): Leaving | null {
  switch (stage) {
    case 'left':
    case 'gone':
      return stage;
    case 'void':
      return 'never';
    case 'refused':
      return 'kept-back';
    case 'open':
    case 'prepared':
      return null;
  }
}
