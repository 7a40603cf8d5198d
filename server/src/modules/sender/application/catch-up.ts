import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { Ledger } from './ports/ledger.js';
import { SendingDevices } from './sending-devices.js';

/** Receipts of older messages hardly come any more, in milliseconds: a week (judged, not measured). */
const MEMORY = 7 * 24 * 3_600_000;

/** So many messages are asked about at most, the latest first: one question each in the page. */
const AT_MOST = 2_000;

/**
 * Asks a device that has come back about messages of which more may be known by now: those that nobody
 * can tell the fate of, and those that were on their way. Nothing is ever sent by this.
 */
@Injectable()
export class CatchUp {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly devices: SendingDevices,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** What the engine knows arrives as receipts. A failure of the engine leaves everything as it is. */
  async run(deviceId: string): Promise<void> {
    const { reconciliation, messageIds } = await this.unit.run(async () => {
      const { reconciliation } = await this.devices.stand(deviceId);
      const since = this.clock.now() - MEMORY;
      const messageIds = reconciliation && (await this.ledger.unsettled(deviceId, since, AT_MOST));
      return { reconciliation, messageIds: messageIds ?? [] };
    });
    if (!reconciliation || messageIds.length === 0) return;
    try {
      await reconciliation.catchUp(deviceId, messageIds);
    } catch (error) {
      this.log.error('A device could not be asked about earlier messages', error, { deviceId });
    }
  }
}
