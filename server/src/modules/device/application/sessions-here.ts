import type { Clock } from '../../../platform/kernel/clock.js';

/**
 * Whose sessions this process may use now. Where it is the only one, all of them. Otherwise those that
 * it holds, until the last moment at which nobody else can have taken them: a process that was stopped
 * and woken finds here, before it has asked anybody, that it holds nothing any more.
 */
export class SessionsHere {
  private readonly until = new Map<string, number>();
  /** Held, but the session is still to be opened: nothing may be sent with it yet. */
  private readonly unopened = new Set<string>();

  /** @param clock null: this process is the only one */
  constructor(private readonly clock: Clock | null) {}

  /** Whether other processes may hold devices. */
  get isShared(): boolean {
    return this.clock !== null;
  }

  has(deviceId: string): boolean {
    if (this.clock === null) return true;
    return !this.unopened.has(deviceId) && (this.until.get(deviceId) ?? 0) > this.clock.now();
  }

  /** Devices that were kept, whether that still counts or not. */
  get all(): string[] {
    return [...this.until.keys()];
  }

  /** Devices whose sessions are open here although they do not count any more. */
  get expired(): string[] {
    return this.all.filter((deviceId) => !this.unopened.has(deviceId) && !this.has(deviceId));
  }

  /** Devices whose sessions are to be opened here. */
  get toOpen(): string[] {
    return [...this.unopened];
  }

  /** The session of a device that was just taken is to be opened. */
  markUnopened(deviceId: string): void {
    this.unopened.add(deviceId);
  }

  /** It is being opened: its state tells from now on. */
  markOpened(deviceId: string): void {
    this.unopened.delete(deviceId);
  }

  /** @param until moment in milliseconds since the epoch, of this machine's clock */
  keep(deviceId: string, until: number): void {
    this.until.set(deviceId, until);
  }

  forget(deviceId: string): void {
    this.unopened.delete(deviceId);
    this.until.delete(deviceId);
  }
}
