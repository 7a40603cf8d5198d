import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Clock } from '../../../platform/kernel/clock.js';
import type { Log } from '../../../platform/logging/log.js';
import type { LaneLeases, Lease } from './ports/lane-leases.js';

/** How long a lane stays with a holder of whom nothing is heard, and how often one is heard, in ms. */
export const LEASE = { lasts: 20_000, heartbeat: 5_000 } as const;

/** What keeping a lane needs. */
export interface LaneKeeping {
  readonly unit: UnitOfWork;
  readonly leases: LaneLeases;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether this process still holds the session of the lane's device. */
  readonly isOurs: () => boolean;
  /** Name of this process where processes share the devices; null where there is one. */
  readonly worker: string | null;
}

/** A lane that this process drives, from its taking to its release. */
export class HeldLane {
  /** Aborts when the process is to stop and when the lane was lost. */
  readonly signal: AbortSignal;
  /** Earliest moment of the next hand-over, in milliseconds since the epoch. */
  nextHandoverAt: number;
  private readonly lost = new AbortController();
  private readonly released = new AbortController();
  private readonly beating: Promise<void>;

  constructor(
    readonly lease: Lease,
    stop: AbortSignal,
    private readonly parts: LaneKeeping,
  ) {
    this.signal = AbortSignal.any([stop, this.lost.signal]);
    // What was planned before the lane was taken is not late now.
    this.nextHandoverAt = Math.max(lease.nextHandoverAt, parts.clock.now());
    this.beating = this.beat();
  }

  /** Name of this process where processes share the devices; null where there is one. */
  get worker(): string | null {
    return this.parts.worker;
  }

  /** Whether this process may use the session of the lane's device at this moment. */
  get isOurs(): boolean {
    return this.parts.isOurs();
  }

  /** Device of the lane. */
  get deviceId(): string {
    return this.lease.deviceId;
  }

  /** How late a hand-over of this moment is against its planned one, in milliseconds. */
  get lateBy(): number {
    return Math.max(0, this.parts.clock.now() - this.nextHandoverAt);
  }

  /** Sets the next hand-over to `gap` milliseconds from now. */
  rest(gap: number): void {
    this.nextHandoverAt = this.parts.clock.now() + gap;
  }

  /**
   * To be called when a claim was refused: keeps the lane, and learns when it may hand over next, since
   * a message outside of any run may have taken a place. Aborts the signal when the lane was lost.
   */
  async refresh(): Promise<void> {
    if (!(await this.renew())) return;
    const next = await this.parts.unit.run(() => this.parts.leases.nextHandovers([this.deviceId]));
    this.nextHandoverAt = Math.max(next.get(this.deviceId) ?? 0, this.nextHandoverAt);
  }

  /** Gives the lane back. */
  async release(): Promise<void> {
    this.released.abort();
    await this.beating;
    await this.parts.unit.run(() => this.parts.leases.release(this.lease));
  }

  private async beat(): Promise<void> {
    for (;;) {
      await this.parts.clock.wait(LEASE.heartbeat, this.released.signal);
      if (this.released.signal.aborted || this.lost.signal.aborted) return;
      try {
        await this.renew();
      } catch (error) {
        // Without the database no claim can be made either; the epoch keeps out whoever comes back late.
        this.parts.log.error('A lane could not be kept', error, { deviceId: this.deviceId });
      }
    }
  }

  private async renew(): Promise<boolean> {
    if (!this.parts.isOurs()) {
      this.lost.abort();
      return false;
    }
    const expiresAt = this.parts.clock.now() + LEASE.lasts;
    const kept = await this.parts.unit.run(() => this.parts.leases.renew(this.lease, expiresAt));
    if (!kept) this.lost.abort();
    return kept;
  }
}
