import type { LinkMethod, SessionState } from '#contracts/device.contract.js';
import type { DeviceRef } from '../../../application/ports/whatsapp-gateway.js';
import { pauseAfter } from './backoff.js';
import type { EngineWorld } from './engine-world.js';
import { EngineHost } from './engine-host.js';
import { killBrowsersIn } from './processes/orphan-browsers.js';
import type { DeviceFolder } from './profiles/device-folder.js';
import { folderAt, forgetFolder, isMarkedLinked } from './profiles/device-folder.js';
import type { HostNews, HostStart, SessionEnd } from './protocol.js';
import type { Stage } from './session-verdicts.js';
import { verdictOn } from './session-verdicts.js';

/**
 * The session of one device, over the lives of as many host processes as it takes, from the moment
 * somebody asks for it to its end. What it tells stops with its end.
 */
export class DeviceSession {
  private readonly folder: DeviceFolder;
  private readonly ending = new AbortController();
  private stage: Stage = 'pairing';
  private method: LinkMethod = 'qr';
  private current: EngineHost | null = null;
  private lives: Promise<void> = Promise.resolve();
  private hasShownCode = false;
  private tries = 0;
  private readyAt: number | null = null;

  constructor(
    private readonly device: DeviceRef,
    folder: string,
    private readonly world: EngineWorld,
  ) {
    this.folder = folderAt(folder);
  }

  /** The host process that has a usable session, or is on its way to one; null between two lives. */
  get host(): EngineHost | null {
    return this.ending.signal.aborted ? null : this.current;
  }

  /** Takes up the link of an earlier run, never with a code. */
  restore(): void {
    this.stage = 'linked';
    if (isMarkedLinked(this.folder)) this.live();
    else this.tell('logged-out', 'session-missing');
  }

  /** Shows codes until a phone links or the time for that is over. */
  pair(method: LinkMethod): void {
    this.method = method;
    this.live();
  }

  /** Shows no more codes. False, and nothing done, when a phone took one already or none are shown. */
  async hideCodes(): Promise<boolean> {
    if (this.stage !== 'pairing' || this.ending.signal.aborted) return false;
    const { host } = this;
    const deadline = this.world.timing.host.answerMs + this.world.timing.host.lookMs;
    const hidden = host?.ask({ kind: 'hide-codes' }, deadline).catch(() => true) ?? true;
    if (!(await hidden)) return false;
    await this.end();
    if (!isMarkedLinked(this.folder)) await forgetFolder(this.folder);
    return true;
  }

  /** Lets go of the session. The link with the phone stays. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.current?.close();
    await this.lives;
  }

  /**
   * Logs out, on the phone too, and forgets the session here whatever happens. False when a phone may
   * still believe that it is linked.
   */
  async unlink(): Promise<boolean> {
    const { host } = this;
    this.ending.abort();
    const isLoggedOut = await this.logOut(host);
    await this.end();
    await forgetFolder(this.folder);
    return isLoggedOut;
  }

  private async logOut(host: EngineHost | null): Promise<boolean> {
    if (!host) return !isMarkedLinked(this.folder);
    const { answerMs, logoutMs } = this.world.timing.host;
    try {
      return await host.ask({ kind: 'logout' }, answerMs + 2 * logoutMs);
    } catch {
      return this.stage === 'pairing' && !isMarkedLinked(this.folder);
    }
  }

  private async expire(): Promise<void> {
    const { clock, timing } = this.world;
    await clock.wait(timing.pairingMs, this.ending.signal);
    if (await this.hideCodes()) this.tellAtLast('code-expired');
  }

  private live(): void {
    this.lives = this.liveOn();
  }

  /** Never rejects. */
  private async liveOn(): Promise<void> {
    const { clock, timing, draw } = this.world;
    const { signal } = this.ending;
    while (!signal.aborted) {
      const end = await this.oneLife().catch((error: unknown): SessionEnd => {
        this.complain('A life of a session could not be begun or ended', error);
        return { code: 'broken', detail: null };
      });
      // Whoever asked for the end looks after the rest.
      if (isOver(signal)) return;
      this.tries = this.wasSound() ? 1 : this.tries + 1;
      const { news, again, forget } = verdictOn(end, this.stage, this.tries);
      if (forget) {
        await forgetFolder(this.folder).catch((error: unknown) => {
          this.complain('The folder of a session that is over stays', error);
        });
      }
      if (news) this.tell(news.state, news.reason);
      if (again === 'never') return;
      const pauses = again === 'soon' ? timing.retry : timing.lateRetry;
      await clock.wait(pauseAfter(this.tries, pauses, draw), signal);
    }
  }

  /** One host process from its start to its end. */
  private async oneLife(): Promise<SessionEnd> {
    const { signal } = this.ending;
    const { world } = this;
    const mode = this.mode();
    if (mode === 'restore') await world.turns.next(signal);
    const browser = await world.browser();
    if (!browser) return { code: 'browser-missing', detail: null };
    const start: HostStart = {
      phoneDigits: this.device.phone.replace('+', ''),
      mode,
      folder: this.folder.path,
      browser,
      memoryLimitMb: world.memoryLimitMb,
      timing: world.timing.host,
      page: world.timing.page,
    };
    if (isOver(signal)) return { code: 'closed', detail: null };
    this.readyAt = null;
    const host = new EngineHost(world.program, start, world.timing, {
      deviceId: this.device.id,
      clock: world.clock,
      log: world.log,
      onNews: (news) => {
        this.hear(news);
      },
    });
    this.current = host;
    const end = await host.over;
    this.current = null;
    // Whoever else holds the profile keeps the browser in it.
    if (end.code !== 'profile-in-use') await killBrowsersIn(this.folder.profile);
    return end;
  }

  private mode(): HostStart['mode'] {
    return this.stage === 'pairing' ? this.method : 'restore';
  }

  private wasSound(): boolean {
    const { clock, timing } = this.world;
    return this.readyAt !== null && clock.now() - this.readyAt >= timing.soundMs;
  }

  private hear(news: HostNews): void {
    if (this.ending.signal.aborted) return;
    const { events, clock, timing } = this.world;
    const { id } = this.device;
    switch (news.kind) {
      case 'code': {
        if (!this.hasShownCode) {
          this.hasShownCode = true;
          this.tell('waiting-for-scan', null);
          void this.expire();
        }
        const lifetime = this.method === 'qr' ? timing.codeMs : timing.host.phoneCodeMs;
        const expiresAt = clock.now() + lifetime;
        events.pairingCode(id, { method: this.method, code: news.code, expiresAt });
        break;
      }
      case 'scanned':
        this.stage = 'linking';
        this.tell('linking', null);
        break;
      case 'ready':
        this.stage = 'linked';
        this.readyAt ??= clock.now();
        this.tell('ready', null);
        break;
      case 'offline':
        this.tell('reconnecting', 'connection-lost');
        break;
      case 'receipt':
        events.receipt(id, news.messageId, news.level);
        break;
      case 'opt-out':
        events.optOut(id, news.request);
        break;
    }
  }

  private complain(message: string, error: unknown): void {
    this.world.log.error(message, error, { deviceId: this.device.id });
  }

  private tell(state: SessionState, reason: string | null): void {
    if (!this.ending.signal.aborted) this.tellAtLast(state, reason);
  }

  private tellAtLast(state: SessionState, reason: string | null = null): void {
    this.world.events.sessionChanged(this.device.id, state, reason);
  }
}

/** Asked anew after every wait: somebody may have ended the session meanwhile. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;
