import type { Client } from 'whatsapp-web.js';
import type {
  LookupResult,
  MessageContent,
  OptOutRequest,
  ReceiptLevel,
  SendOutcome,
} from '../../../../../application/ports/whatsapp-gateway.js';
import type { Clock } from '../../../../../../../platform/kernel/clock.js';

/** How the room waits. All times in milliseconds. */
export interface PageSettings {
  /** How long "is typing" is shown for every character of a text; 0 shows nothing. Bounded at 20 s a message. */
  readonly typingMsPerCharacter: number;
  /** How long the page may take until a text is in WhatsApp Web's hands. */
  readonly textDeadlineMs: number;
  /** The same for a message with a file: its upload is part of it. */
  readonly fileDeadlineMs: number;
  /** How long WhatsApp's server may take to confirm after that; then the outcome is unknown. */
  readonly ackDeadlineMs: number;
  /** How long one question to the page may take (lookup, reading back). */
  readonly answerDeadlineMs: number;
  /** The pause before a "not on WhatsApp" is asked a second time: one answer alone is not believed. */
  readonly lookupPauseMs: number;
  /** How long parts of WhatsApp Web that load late are waited for before they are called missing. */
  readonly modulesWaitMs: number;
}

/** What production uses. Figures are ours: WhatsApp documents none. */
export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  typingMsPerCharacter: 0,
  textDeadlineMs: 30_000,
  fileDeadlineMs: 240_000,
  ackDeadlineMs: 45_000,
  answerDeadlineMs: 20_000,
  lookupPauseMs: 3_000,
  modulesWaitMs: 10_000,
};

/** Where the room's news goes. Told in any order, perhaps twice. */
export interface PageNews {
  /** How far a message of this account has come. Ids that the product never made are among them. */
  receipt(messageId: string, level: ReceiptLevel): void;
  optOut(request: OptOutRequest): void;
}

/** What a session gives to the room of its page. */
export interface PageRoomOptions {
  /** The library's client, after its first `ready`. */
  readonly client: Client;
  readonly settings: PageSettings;
  /** The machine's time when left out. */
  readonly clock?: Clock;
  readonly tell: PageNews;
  /**
   * Absolute path of a file in the device's own folder (0700), outside the browser's profile, that lives
   * as long as the login: here the room notes every id before its hand-over, which is what `reconcile`
   * can prove after a crash. Made when missing (0600). Remove it only together with the login.
   */
  readonly recordFile: string;
}

/**
 * The messages of one WhatsApp Web page: whether numbers are on WhatsApp, handing over, receipts,
 * opt-outs. Nothing that people write is stored or logged here.
 */
export interface PageRoom {
  /**
   * To be called at every `ready` (also a later one after a reload) before anything else: puts the
   * guards into the page and tests them there. Answers the names of what WhatsApp Web lacks; empty means
   * that this page may send. Idempotent. Rejects when the page does not answer.
   */
  prepare(): Promise<readonly string[]>;
  /** A fresh id in WhatsApp's own form. Rejects when the page cannot give one: nothing was handed over. */
  newMessageId(): Promise<string>;
  /** Whether a number (E.164) has WhatsApp. Never rejects. */
  lookup(phone: string): Promise<LookupResult>;
  /** Hands one message over, once, after those before it. Never rejects. */
  send(messageId: string, address: string, content: MessageContent): Promise<SendOutcome>;
  /** What became of a message whose hand-over was interrupted. Never rejects; in doubt `unknown`. */
  reconcile(messageId: string): Promise<SendOutcome>;
  /**
   * After `prepare`: receipts of these ids and opt-outs that came while nobody listened, by way of
   * `PageNews`. Rejects when the page does not answer; safe to repeat.
   */
  catchUp(openMessageIds: readonly string[]): Promise<void>;
  /**
   * The page died or is about to close: what waits ends as refused where nothing can have left, else as
   * `unknown('connection-lost')`, and nothing new is accepted. A new client gets a new room.
   */
  close(): void;
}
