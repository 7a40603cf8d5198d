import type { Clock } from '../../../../../platform/kernel/clock.js';
import type { LinkMethod } from '#contracts/device.contract.js';
import type { SessionReason } from '#contracts/device-texts.js';
import type { DeviceRef, GatewayEvents } from '../../../application/ports/whatsapp-gateway.js';
import type { LinkedPhones } from './linked-phones.js';
import type { PracticeScript } from './practice-script.js';
import type { Draw } from './seeded-draws.js';
import { drawFrom } from './seeded-draws.js';

/** What every line of the practice network works with. */
export interface PracticeWorld {
  readonly script: PracticeScript;
  readonly clock: Clock;
  readonly events: GatewayEvents;
  readonly linked: LinkedPhones;
}

type Stage = 'idle' | 'preparing' | 'showing' | 'linking' | 'connected' | 'dropped' | 'ended';

/**
 * The connection of one device with the practice network, from its opening to its end. What it plays
 * goes on by itself; each stage ends whatever the one before it was waiting for.
 */
export class PracticeLine {
  private stage: Stage = 'idle';
  private waiting = new AbortController();
  private readonly ending = new AbortController();
  private outage: Promise<void> = Promise.resolve();

  constructor(
    readonly device: DeviceRef,
    private readonly world: PracticeWorld,
    private readonly draw: Draw,
  ) {}

  /** Aborts when the line ends. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Resolves with whether messages can go through, after an outage if there is one. */
  async connected(): Promise<boolean> {
    await this.outage;
    return this.stage === 'connected';
  }

  /** Shows one code after the other until one is used or all have expired. */
  showCodes(method: LinkMethod): void {
    const signal = this.enter('preparing');
    this.play(async () => {
      const { script, clock, events } = this.world;
      if (!(await this.waited(drawFrom(script.preparing, this.draw), signal))) return;
      this.stage = 'showing';
      events.sessionChanged(this.device.id, 'waiting-for-scan', null);
      for (let shown = 0; shown < script.codes.count; shown++) {
        const expiresAt = clock.now() + script.codes.lifetime;
        const code = method === 'qr' ? this.qr() : this.phoneCode();
        events.pairingCode(this.device.id, { method, code, expiresAt });
        if (!(await this.waited(script.codes.lifetime, signal))) return;
      }
      this.enter('idle');
      events.sessionChanged(this.device.id, 'code-expired', null);
    });
  }

  /** Shows no more codes. A phone that has scanned one goes on linking. */
  hideCodes(): void {
    if (this.stage === 'preparing' || this.stage === 'showing') this.enter('idle');
  }

  /** A phone with the number `phone` scans the code that is shown. False when none is. */
  scan(phone: string): boolean {
    if (this.stage !== 'showing') return false;
    const signal = this.enter('linking');
    const { script, events, linked } = this.world;
    events.sessionChanged(this.device.id, 'linking', null);
    this.play(async () => {
      if (!(await this.waited(drawFrom(script.linking, this.draw), signal))) return;
      if (phone !== this.device.phone) {
        this.enter('idle');
        events.sessionChanged(this.device.id, 'wrong-number', phone);
        return;
      }
      await linked.add(this.device.id);
      this.connect(signal);
    });
    return true;
  }

  /** Takes up the link of an earlier run of the server, if it is still there. */
  restore(): void {
    const signal = this.enter('preparing');
    const { script, linked } = this.world;
    this.play(async () => {
      if (!(await this.waited(drawFrom(script.restoring, this.draw), signal))) return;
      if (await linked.has(this.device.id)) this.connect(signal);
      else this.tell('logged-out', 'session-missing');
    });
  }

  /** Drops the connection for `duration` milliseconds. */
  drop(duration: number): void {
    if (this.stage !== 'connected') return;
    const signal = this.enter('dropped');
    this.tell('reconnecting', 'connection-lost');
    this.outage = this.waited(duration, signal).then(() => {
      this.connect(signal);
    });
  }

  /** Ends everything that the line waits for. Tells nobody. */
  end(): void {
    this.enter('ended');
    this.ending.abort();
  }

  /** @param signal of the stage that leads here: if it is over, so is its outcome */
  private connect(signal: AbortSignal): void {
    if (signal.aborted) return;
    this.enter('connected');
    this.world.events.sessionChanged(this.device.id, 'ready', null);
  }

  /** Resolves with whether the stage of `signal` is still on after `milliseconds`. */
  private async waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    await this.world.clock.wait(milliseconds, signal);
    return !signal.aborted;
  }

  private enter(stage: Stage): AbortSignal {
    this.waiting.abort();
    this.waiting = new AbortController();
    this.stage = stage;
    return this.waiting.signal;
  }

  private tell(state: 'reconnecting' | 'logged-out' | 'failed', reason: SessionReason): void {
    if (this.stage === 'ended') return;
    this.world.events.sessionChanged(this.device.id, state, reason);
  }

  private play(scene: () => Promise<void>): void {
    scene().catch(() => {
      // Only the file of linked phones can fail here; the person at the screen sees it as the state.
      this.tell('failed', 'engine-failed');
    });
  }

  /** Said to whoever scans it with a real phone: WhatsApp refuses it, other readers show the words. */
  private qr(): string {
    const part = (): string =>
      Math.floor(this.draw() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return `Perangkat latihan Prima: tekan Simulasi scan. ${part()}${part()}`;
  }

  /** As WhatsApp writes them, marked by how they begin. */
  private phoneCode(): string {
    return `LAT${String(Math.floor(this.draw() * 1e5)).padStart(5, '0')}`;
  }
}
