import type { PageSettings } from './host/page/page-contract.js';
import { DEFAULT_PAGE_SETTINGS } from './host/page/page-contract.js';

/** How long the process of one session waits for what. All times in milliseconds. */
export interface HostTiming {
  /** Between two signs of life to the parent. */
  readonly aliveMs: number;
  /** How long another process may hold the profile before this one gives up. */
  readonly lockWaitMs: number;
  /** From the request for WhatsApp Web to the first byte of an answer; then it counts as unreachable. */
  readonly reachMs: number;
  /** From the start of the browser until WhatsApp Web asks for a scan or says who is linked. */
  readonly startMs: number;
  /** How long a page may link or restore until it is usable; big accounts sync for minutes. */
  readonly readyMs: number;
  /** Between two looks at a page that is not usable yet. */
  readonly lookMs: number;
  /** The same once it is usable. */
  readonly calmLookMs: number;
  /** How long a page may take to answer a look; twice in a row and it counts as hanging. */
  readonly answerMs: number;
  /** How long a page that has synced may keep silent about it before it is asked to say so. */
  readonly nudgeMs: number;
  /** How long a QR may stand before a new one is asked for: WhatsApp's own live 20 to 60 s. */
  readonly qrSilenceMs: number;
  /** Between two codes that are typed into a phone, which is how long each counts. */
  readonly phoneCodeMs: number;
  /** How long a usable page may be without WhatsApp before that is told. */
  readonly flickerMs: number;
  /** How long it may stay so before the page is loaded anew. */
  readonly offlineMs: number;
  /** Between two looks at the memory of a session. */
  readonly memoryLookMs: number;
  /** How long nothing must have been asked of a session that is begun anew because it has grown. */
  readonly memoryQuietMs: number;
  /** How long logging out on the phone may take. */
  readonly logoutMs: number;
  /** How long a browser may take to close before it is killed. */
  readonly closeMs: number;
}

/** How the product looks after the processes of its sessions. All times in milliseconds. */
export interface EngineTiming {
  readonly host: HostTiming;
  readonly page: PageSettings;
  /** A process that gave no sign of life for so long is killed. */
  readonly silenceMs: number;
  /** How long a process may take to end when asked, before it is killed. */
  readonly endMs: number;
  /** How long codes are shown until a person must ask again. */
  readonly pairingMs: number;
  /** How long a code is said to count where WhatsApp does not tell. */
  readonly codeMs: number;
  /** The first pause before a session is tried again, and the longest: each is twice the one before. */
  readonly retry: { readonly firstMs: number; readonly longestMs: number };
  /** The same where trying again soon helps nobody (blocked, in use elsewhere, no browser). */
  readonly lateRetry: { readonly firstMs: number; readonly longestMs: number };
  /** A session that was usable for so long is sound: the next pause is the first one again. */
  readonly soundMs: number;
}

/** What production uses. Where no other source is named the figures are ours: WhatsApp documents none. */
export const DEFAULT_TIMING: EngineTiming = {
  host: {
    aliveMs: 2_000,
    lockWaitMs: 5_000,
    reachMs: 6_000,
    startMs: 90_000,
    readyMs: 180_000,
    lookMs: 1_000,
    calmLookMs: 5_000,
    answerMs: 10_000,
    nudgeMs: 8_000,
    qrSilenceMs: 65_000,
    phoneCodeMs: 180_000,
    flickerMs: 1_500,
    offlineMs: 180_000,
    memoryLookMs: 300_000,
    memoryQuietMs: 60_000,
    logoutMs: 8_000,
    closeMs: 4_000,
  },
  page: DEFAULT_PAGE_SETTINGS,
  silenceMs: 20_000,
  endMs: 8_000,
  pairingMs: 300_000,
  codeMs: 60_000,
  retry: { firstMs: 2_000, longestMs: 300_000 },
  lateRetry: { firstMs: 60_000, longestMs: 1_800_000 },
  soundMs: 60_000,
};
