import type {
  LookupResult,
  MessageContent,
  OptOutRequest,
  ReceiptLevel,
  SendOutcome,
} from '../../../application/ports/whatsapp-gateway.js';
import type { PageSettings } from './host/page/page-contract.js';
import type { HostTiming } from './timing.js';

/** The browser of a session: which, and how it reaches WhatsApp. */
export interface BrowserSettings {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Login of the proxy; null where it asks for none. */
  readonly proxyLogin: { readonly username: string; readonly password: string } | null;
}

/** What a host process is told first, once. */
export interface HostStart {
  /** The number that must be the linked one, as digits alone. */
  readonly phoneDigits: string;
  /** `restore` never shows a code: a session that needs one is over. */
  readonly mode: 'restore' | 'qr' | 'phone-code';
  /** The device's own folder. */
  readonly folder: string;
  readonly browser: BrowserSettings;
  /** How much memory the session may hold, in MiB; null: any. */
  readonly memoryLimitMb: number | null;
  readonly timing: HostTiming;
  readonly page: PageSettings;
}

/** One question to a host process. */
export type Ask =
  | { readonly kind: 'lookup'; readonly phone: string }
  | { readonly kind: 'new-id' }
  | {
      readonly kind: 'send';
      readonly messageId: string;
      readonly address: string;
      readonly content: MessageContent;
    }
  | { readonly kind: 'reconcile'; readonly messageId: string }
  /** Tells receipts of these messages, and opt-outs, that came while nobody listened. */
  | { readonly kind: 'catch-up'; readonly messageIds: readonly string[] }
  /** Shows no more codes. Answers false when a phone is linking or linked already. */
  | { readonly kind: 'hide-codes' }
  /** Logs out, on the phone too. Answers true when no phone is linked any more, fails otherwise. */
  | { readonly kind: 'logout' };

/** What is answered to each kind of question. */
export interface Answers {
  lookup: LookupResult;
  'new-id': string;
  send: SendOutcome;
  reconcile: SendOutcome;
  'catch-up': true;
  'hide-codes': boolean;
  logout: boolean;
}

/** What a host process tells without being asked. */
export type HostNews =
  | { readonly kind: 'code'; readonly code: string }
  /** A phone has scanned or typed the code. */
  | { readonly kind: 'scanned' }
  | { readonly kind: 'ready' }
  /** The page lost WhatsApp and waits for it to come back, which `ready` tells. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'receipt'; readonly messageId: string; readonly level: ReceiptLevel }
  | { readonly kind: 'opt-out'; readonly request: OptOutRequest };

/** How the life of a host process ended. `broken` is whatever else may have happened. */
export type EndCode =
  | 'closed'
  | 'broken'
  | 'offline'
  | 'phone-logged-out'
  | 'session-missing'
  | 'wrong-number'
  | 'passkey-required'
  | 'banned'
  | 'network-blocked'
  | 'used-elsewhere'
  | 'whatsapp-outdated'
  | 'whatsapp-changed'
  | 'whatsapp-unreachable'
  | 'browser-missing'
  | 'browser-failed'
  | 'sandbox-refused'
  | 'profile-in-use'
  | 'sync-stuck'
  | 'code-refused'
  | 'outgrown';

/** The end of one life of a session: why, and what it is about (a number, names, words for the log). */
export interface SessionEnd {
  readonly code: EndCode;
  readonly detail: string | null;
}

/** From the product to a host process. */
export type ToHost =
  | { readonly type: 'start'; readonly start: HostStart }
  | { readonly type: 'ask'; readonly id: number; readonly ask: Ask }
  | { readonly type: 'end' };

/** From a host process to the product. */
export type FromHost =
  | { readonly type: 'alive' }
  | { readonly type: 'news'; readonly news: HostNews }
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'fault'; readonly id: number; readonly message: string }
  | { readonly type: 'log'; readonly message: string; readonly cause: string }
  | { readonly type: 'over'; readonly end: SessionEnd };
