import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../../../../../platform/kernel/clock.js';
import type { EndCode, HostStart } from '../protocol.js';
import type { PageLook } from './in-page/session-page.js';

/** How far a session is. `codes`: a code is shown; `scanned`: a phone took it. */
export type SessionStep = 'starting' | 'codes' | 'scanned' | 'ready';

/** What those who watch a session see of it and may say to it. */
export interface LiveSession {
  readonly start: HostStart;
  readonly clock: Clock;
  readonly client: Client;
  readonly step: SessionStep;
  /** Whether WhatsApp's server has answered at all: before that a page can say nothing. */
  readonly isReached: boolean;
  /** Whether the page as it is now has what messages need; a page that loads anew has not. */
  readonly isPrepared: boolean;
  /** Aborts when the life of the session is over. */
  readonly signal: AbortSignal;
  /** WhatsApp's server has answered. */
  reached(): void;
  /** Ends the life, once; the first reason counts. */
  finish(code: EndCode, detail?: string | null): void;
  /** The state of the page's connection may say that the life is over. */
  heed(state: string): void;
  /** A phone took the code. */
  scanned(): void;
  /** The page left for good, since the phone or we ended the link. */
  loggedOut(): void;
  /** The page is being loaded anew. */
  reloading(): void;
  /** The page lost WhatsApp, or has it back. */
  setOnline(online: boolean): void;
  /** Tells the log. */
  log(message: string, error: unknown): void;
  /** Looks at the page. Rejects when it does not answer. */
  look(): Promise<PageLook>;
  /** Runs a self-contained function in the page. Rejects when the page does not answer. */
  inPage<Answer>(run: () => Answer, deadlineMs?: number): Promise<Awaited<Answer>>;
}
