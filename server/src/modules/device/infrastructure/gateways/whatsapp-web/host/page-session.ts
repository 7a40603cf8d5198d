import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../../../../../platform/kernel/clock.js';
import type { DeviceFolder } from '../profiles/device-folder.js';
import { folderAt, markLinked } from '../profiles/device-folder.js';
import type { EndCode, HostNews, HostStart, SessionEnd } from '../protocol.js';
import { watchBrowser } from './browser-watch.js';
import { makeClient } from './make-client.js';
import type { LiveSession, SessionStep } from './live-session.js';
import { linkedNumber, logOut, lookAround } from './in-page/session-page.js';
import type { PageLook } from './in-page/session-page.js';
import { PageLink, PageSilent } from './page-link.js';
import { openPageRoom } from './page-room.js';
import type { PageRoom } from './page-room.js';
import { watchPage } from './page-watch.js';
import { endOfState, whyNotStarted } from './session-ends.js';

/** Where a session tells its news and what the log should have. */
export interface SessionListener {
  readonly news: (news: HostNews) => void;
  readonly log: (message: string, error: unknown) => void;
}

/** Longest list of what WhatsApp Web lacks: the reason of a device has 200 characters. */
const MISSING_LENGTH = 180;

/**
 * One life of a session: one client, one browser, one page, from its start to whatever ends it. After the
 * end nothing is mended here: a new process begins anew.
 */
export class PageSession implements LiveSession {
  readonly start: HostStart;
  readonly clock: Clock;
  /** Resolves when the life is over; the browser may still run. */
  readonly over: Promise<SessionEnd>;
  readonly client: Client;
  step: SessionStep = 'starting';
  isReached = false;
  isPrepared = false;
  private readonly link: PageLink;
  private readonly listener: SessionListener;
  private readonly folder: DeviceFolder;
  private readonly ending = new AbortController();
  private resolveOver: (end: SessionEnd) => void = () => undefined;
  private messages: PageRoom | null = null;
  private online = false;
  private hidden = false;
  private leaving = false;
  private left: () => void = () => undefined;
  private numberIsRight = false;
  private readying: Promise<void> = Promise.resolve();

  constructor(start: HostStart, clock: Clock, listener: SessionListener) {
    this.start = start;
    this.clock = clock;
    this.listener = listener;
    this.folder = folderAt(start.folder);
    this.over = new Promise((resolve) => (this.resolveOver = resolve));
    this.client = makeClient(start, {
      onBrowser: () => watchBrowser(this),
      onFault: (where, error) => {
        listener.log(`The library failed at ${where}`, error);
      },
      onCodeRefused: (error) => {
        listener.log('WhatsApp gave no code', error);
        this.finish('code-refused');
      },
    });
    this.link = new PageLink(this.client, clock);
  }

  /** Aborts when the life is over. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** The room of the page while it is usable and on the line. */
  get room(): PageRoom | null {
    return this.online && !this.signal.aborted ? this.messages : null;
  }

  /** Starts the browser; all else arrives as news. */
  begin(): void {
    const { client } = this;
    client.on('qr', (qr: string) => {
      // Right after a scan the library makes one out of nothing.
      if (qr.startsWith('undefined,')) this.scanned();
      else this.show(qr);
    });
    client.on('code', (code: string) => {
      this.show(code);
    });
    client.on('loading_screen', () => {
      this.scanned();
    });
    client.on('ready', () => {
      this.readying = this.readying
        .then(() => this.becomeReady())
        .catch((error: unknown) => {
          this.log('The page cannot be made ready', error);
          this.finish('broken', 'prepare');
        });
    });
    client.on('change_state', (state: string) => {
      this.heed(state);
    });
    client.on('disconnected', (reason: string) => {
      if (reason === 'LOGOUT') this.loggedOut();
      else this.heed(reason, 'broken');
    });
    client.initialize().catch(async (error: unknown) => {
      if (this.signal.aborted) return;
      this.listener.log('WhatsApp Web did not start', error);
      const { code, detail } = await whyNotStarted(this, error);
      this.finish(code, detail);
    });
    void watchPage(this);
  }

  /** WhatsApp's server has answered. */
  reached(): void {
    this.isReached = true;
  }

  /** Ends the life, once; the first reason counts. */
  finish(code: EndCode, detail: string | null = null): void {
    if (this.signal.aborted) return;
    this.ending.abort();
    this.link.close();
    this.messages?.close();
    this.resolveOver({ code, detail });
  }

  /** The state of the page's connection says that it is over; `otherwise` where the state is none of those. */
  heed(state: string, otherwise: EndCode | null = null): void {
    const code = endOfState(state) ?? otherwise;
    if (code !== null) this.finish(code, state);
  }

  /** A phone took the code. */
  scanned(): void {
    if (this.step !== 'codes' || this.signal.aborted) return;
    this.step = 'scanned';
    this.listener.news({ kind: 'scanned' });
  }

  /** The page left for good, since the phone or we ended the link. */
  loggedOut(): void {
    this.left();
    if (!this.leaving) this.finish('phone-logged-out');
  }

  /** The page is being loaded anew: it is usable again at the library's next `ready`. */
  reloading(): void {
    this.isPrepared = false;
    this.setOnline(false);
  }

  /** The page lost WhatsApp, or has it back. */
  setOnline(online: boolean): void {
    if (this.step !== 'ready' || online === this.online || this.signal.aborted) return;
    if (online && !this.isPrepared) return;
    this.online = online;
    this.listener.news({ kind: online ? 'ready' : 'offline' });
  }

  /** Tells the log what went wrong. After the end everything does, and nothing of it is news. */
  log(message: string, error: unknown): void {
    if (!this.signal.aborted) this.listener.log(message, error);
  }

  /** Looks at the page. */
  look(): Promise<PageLook> {
    return this.inPage(lookAround);
  }

  /** Runs a self-contained function in the page. */
  inPage<Answer>(
    run: () => Answer,
    deadlineMs = this.start.timing.answerMs,
  ): Promise<Awaited<Answer>> {
    return this.link.ask(run, [], deadlineMs);
  }

  /** Shows no more codes. False when a phone took one already. */
  async hideCodes(): Promise<boolean> {
    const state = await this.look().then(
      (look) => look.state,
      () => null,
    );
    if (state === 'CONNECTED' || state === 'PAIRING') this.scanned();
    if (this.step === 'scanned' || this.step === 'ready') return false;
    this.hidden = true;
    return true;
  }

  /** Logs out, on the phone too. True when no phone is linked any more; rejects when nobody can tell. */
  async logOut(): Promise<true> {
    this.leaving = true;
    const { logoutMs } = this.start.timing;
    const gone = new Promise<void>((resolve) => (this.left = resolve));
    const { state } = await this.look();
    if (state === 'UNPAIRED' || state === 'UNPAIRED_IDLE') return true;
    const asked = this.inPage(logOut, logoutMs).then(
      () => this.clock.wait(logoutMs, this.signal),
      async (error: unknown) => {
        // It may have failed because the page left at once, which it then shows.
        if (!(error instanceof PageSilent)) await this.clock.wait(1_000, this.signal);
        throw error;
      },
    );
    await Promise.race([gone, asked]);
    return true;
  }

  private show(code: string): void {
    if (this.hidden || this.signal.aborted) return;
    if (this.start.mode === 'restore') {
      this.finish('session-missing');
      return;
    }
    if (this.step === 'starting') this.step = 'codes';
    if (this.step === 'codes') this.listener.news({ kind: 'code', code });
  }

  private async becomeReady(): Promise<void> {
    if (this.signal.aborted || !(await this.isRightNumber())) return;
    this.messages ??= openPageRoom({
      client: this.client,
      settings: this.start.page,
      recordFile: this.folder.record,
      tell: {
        receipt: (messageId, level) => {
          this.listener.news({ kind: 'receipt', messageId, level });
        },
        optOut: (request) => {
          this.listener.news({ kind: 'opt-out', request });
        },
      },
    });
    const missing = await this.messages.prepare();
    if (missing.length > 0) {
      this.finish('whatsapp-changed', missing.join(', ').slice(0, MISSING_LENGTH));
    } else this.enter();
  }

  private enter(): void {
    if (this.signal.aborted) return;
    if (this.step === 'codes') this.scanned();
    if (this.step !== 'ready') markLinked(this.folder);
    this.step = 'ready';
    this.isPrepared = true;
    this.setOnline(true);
    // Receipts are asked for by whoever waits for them; wishes for no more messages by nobody.
    this.messages?.catchUp([]).catch((error: unknown) => {
      this.log('What came meanwhile could not be read', error);
    });
  }

  /** A phone with another number is logged out again. False when this life is over for it. */
  private async isRightNumber(): Promise<boolean> {
    if (this.numberIsRight) return true;
    const number = await this.inPage(linkedNumber);
    if (number === this.start.phoneDigits) {
      this.numberIsRight = true;
      return true;
    }
    if (number === null) {
      this.finish('whatsapp-changed', 'WAWebUserPrefsMeUser');
      return false;
    }
    await this.logOut().catch((error: unknown) => {
      this.log('The wrong phone could not be logged out', error);
    });
    this.finish('wrong-number', `+${number}`);
    return false;
  }
}
