import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { DirectoryEntry } from '../../device/index.js';
import type { Rest } from '../domain/rest.js';
import { Allowances } from './allowances.js';
import type { Run } from './ports/run-repository.js';
import { RunProgressed, WorkArrived } from './sender-events.js';

interface Alarm extends Rest {
  readonly off: AbortController;
}

/**
 * Lanes that hold back by themselves: each is given back and costs one timer, which wakes it. The timer
 * is only the doorbell. What holds a number back is in the database, and every ring asks it anew, so
 * that a restart, another process or a clock that jumps wake nobody too early or never.
 */
@Injectable()
export class LaneRests implements OnModuleDestroy {
  private readonly alarms = new Map<string, Alarm>();

  constructor(
    private readonly allowances: Allowances,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** What holds the device back now; null when it may go on. In the caller's unit of work. */
  async of(device: DirectoryEntry): Promise<Rest | null> {
    return this.allowances.rest(device);
  }

  /** Whether the lane of the device rested when this process last looked at it, and still would. */
  has(deviceId: string): boolean {
    return (this.alarms.get(deviceId)?.until ?? 0) > this.clock.now();
  }

  /**
   * Takes note of what holds the device back, if anything: its lane is woken when it may go on, and
   * whoever looks at those of its runs that are sending is told. Outside of any unit of work, which
   * would otherwise take the ring for its own.
   */
  note(deviceId: string, rest: Rest | null, runs: readonly Run[]): void {
    const known = this.alarms.get(deviceId);
    if (known?.until === rest?.until && known?.reason === rest?.reason) return;
    known?.off.abort();
    this.alarms.delete(deviceId);
    if (rest) void this.wake(deviceId, rest);
    this.tell(runs);
  }

  onModuleDestroy(): void {
    for (const { off } of this.alarms.values()) off.abort();
  }

  private async wake(deviceId: string, rest: Rest): Promise<void> {
    const alarm = { ...rest, off: new AbortController() };
    this.alarms.set(deviceId, alarm);
    await this.clock.wait(rest.until - this.clock.now(), alarm.off.signal);
    if (!alarm.off.signal.aborted) this.events.publish(new WorkArrived(deviceId));
  }

  private tell(runs: readonly Run[]): void {
    for (const { broadcastId, state } of runs) {
      if (state === 'sending') this.events.publish(new RunProgressed(broadcastId));
    }
  }
}
