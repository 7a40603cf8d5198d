import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DirectoryEntry } from '../../device/index.js';
import { capRest, restOf } from '../domain/rest.js';
import type { Rest } from '../domain/rest.js';
import type { SendingRules } from '../domain/sending-rules.js';
import { afterHandover, afterOutcome, NEW_TALLY, standingOf } from '../domain/tally.js';
import type { Tally } from '../domain/tally.js';
import { Paces } from './paces.js';
import { ClaimRefused } from './ports/ledger.js';
import { NumberTallies } from './ports/number-tallies.js';

/** Of a device, what the rules depend on, and its name for a refusal. */
type Sender = Pick<DirectoryEntry, 'engine' | 'phone' | 'name'>;

/** The rules of a device, null when it sends nothing, and what they remember of its number. */
export interface Allowance {
  readonly rules: SendingRules | null;
  readonly tally: Tally;
}

/**
 * What the rules allow a number to send. Everything that they count is in the database, so that they
 * hold across restarts and processes. Every call runs in the caller's unit of work.
 */
@Injectable()
export class Allowances {
  constructor(
    private readonly tallies: NumberTallies,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {}

  /** Whether any rules hold for the device. */
  hasRules({ engine }: Pick<Sender, 'engine'>): boolean {
    return this.paces.rulesOf(engine) !== null;
  }

  /** What these devices may send, by device id. */
  async of(devices: Iterable<DirectoryEntry>): Promise<ReadonlyMap<string, Allowance>> {
    const all = [...devices];
    const bound = all.filter((device) => this.hasRules(device));
    const tallies = await this.tallies.find(bound.map(({ phone }) => phone));
    return new Map(
      all.map(({ id, engine, phone }) => [
        id,
        { rules: this.paces.rulesOf(engine), tally: tallies.get(phone) ?? NEW_TALLY },
      ]),
    );
  }

  /** What holds the device back now; null when it may go on. */
  async rest(device: DirectoryEntry): Promise<Rest | null> {
    return restNow((await this.of([device])).get(device.id), this.clock.now());
  }

  /**
   * Counts a hand-over of a broadcast at `at`.
   *
   * @throws ClaimRefused when a rule holds the number back by now
   */
  async take({ engine, phone }: Sender, at: number): Promise<void> {
    const rules = this.paces.rulesOf(engine);
    if (!rules) return;
    const tally = await this.tallies.hold(phone);
    if (restOf(rules, tally, at)) throw new ClaimRefused('number-rests');
    await this.tallies.save(
      phone,
      afterHandover(rules, tally, at, this.paces.drawLongPause(rules)),
    );
  }

  /**
   * Refuses a test message that the cap of the day has no room for: DEVICE.DAILY_CAP. Send hours and
   * long pauses do not hold one back: a person sits there and sends it to a phone of their own, while
   * WhatsApp counts it as any other message.
   */
  async requireRoomForTest(device: Sender): Promise<void> {
    const rules = this.paces.rulesOf(device.engine);
    if (!rules) return;
    const tally = (await this.tallies.find([device.phone])).get(device.phone) ?? NEW_TALLY;
    refuseAtCap(rules, tally, this.clock.now(), device);
  }

  /** Counts a test message. Throws DEVICE.DAILY_CAP when the last place was taken meanwhile. */
  async takeForTest(device: Sender): Promise<void> {
    const rules = this.paces.rulesOf(device.engine);
    if (!rules) return;
    const tally = await this.tallies.hold(device.phone);
    const at = this.clock.now();
    refuseAtCap(rules, tally, at, device);
    const after = afterHandover(rules, tally, at, this.paces.drawLongPause(rules));
    await this.tallies.save(device.phone, after);
  }

  /** Counts whether WhatsApp accepted; true when the number has to stop. */
  async countOutcome({ engine, phone }: Sender, accepted: boolean): Promise<boolean> {
    const rules = this.paces.rulesOf(engine);
    if (!rules) return false;
    const { tally, stop } = afterOutcome(rules, await this.tallies.hold(phone), accepted);
    await this.tallies.save(phone, tally);
    return stop;
  }
}

/** What holds a device back at `now`; null when nothing does. */
export function restNow(allowance: Allowance | undefined, now: number): Rest | null {
  return allowance?.rules ? restOf(allowance.rules, allowance.tally, now) : null;
}

function refuseAtCap(rules: SendingRules, tally: Tally, now: number, { name }: Sender): void {
  if (!capRest(rules, tally, now)) return;
  throw new DomainError('DEVICE.DAILY_CAP', { name, cap: standingOf(rules, tally, now).cap });
}
