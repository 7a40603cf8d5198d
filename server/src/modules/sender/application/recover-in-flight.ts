import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { ApplyNews } from './apply-news.js';
import type { News } from './apply-news.js';
import { CheckMarks } from './check-marks.js';
import { TOO_LATE, within } from './deadline.js';
import { newsOfOutcome } from './outcome-news.js';
import { Ledger } from './ports/ledger.js';
import type { Flight } from './ports/ledger.js';
import { SendingDevices } from './sending-devices.js';

/** How long an engine may look for one message, in milliseconds. */
const SEARCH = 60_000;

/** Nobody can tell what became of it: only its receipt or a person will. */
const INTERRUPTED: News = { happening: 'lost', reason: 'interrupted' };

/**
 * Clears up what a lane's former driver left in flight when it was killed or lost the lane. None of
 * them is ever handed over again: what the engine cannot find out is `unknown`.
 */
@Injectable()
export class RecoverInFlight {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly devices: SendingDevices,
    private readonly news: ApplyNews,
    private readonly clock: Clock,
    private readonly marks: CheckMarks,
  ) {}

  /**
   * To be called by who has just taken the lane, before anything else: everything in flight is then
   * somebody else's. False when it must wait for the device to come back. A database that turns out to be
   * older than what was sent pauses everything, so that there is nothing left to do.
   */
  async run(deviceId: string): Promise<boolean> {
    await this.marks.ofDevice(deviceId);
    for (const flight of await this.unit.run(() => this.ledger.inFlight(deviceId))) {
      const news = await this.findOut(deviceId, flight);
      if (news === null) return false;
      await this.unit.run(() => this.news.land(flight, news));
    }
    return true;
  }

  private async findOut(deviceId: string, { messageId }: Flight): Promise<News | null> {
    const { readiness, reconciliation } = await this.unit.run(() => this.devices.stand(deviceId));
    // What a device knew that only a person can bring back is gone with its session.
    if (reconciliation === null || readiness === 'stop') return INTERRUPTED;
    if (readiness === 'wait') return null;
    const search = reconciliation.reconcile(deviceId, messageId).catch((): null => null);
    const found = await within(this.clock, SEARCH, search);
    if (found === TOO_LATE || found === null || found.kind === 'unknown') return INTERRUPTED;
    return newsOfOutcome(found);
  }
}
