import { Injectable } from '@nestjs/common';
import type { SessionState } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { OptOutReceived, ReceiptArrived } from './device-events.js';
import { LinkChallenges } from './link-challenges.js';
import { DeviceRepository } from './ports/device-repository.js';
import type {
  GatewayEvents,
  OptOutRequest,
  PairingCode,
  ReceiptLevel,
} from './ports/whatsapp-gateway.js';
import { RecordSessionChange } from './record-session-change.js';

/**
 * Where engines tell their news. News of one device is worked off one by one, in the order in which
 * it came: otherwise a drop and its end could overtake each other on their way to the database.
 */
@Injectable()
export class EngineNews implements GatewayEvents {
  private readonly queues = new Map<string, Promise<void>>();

  constructor(
    private readonly record: RecordSessionChange,
    private readonly challenges: LinkChallenges,
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly events: EventBus,
    private readonly untilStored: UntilStored,
  ) {}

  sessionChanged(deviceId: string, state: SessionState, reason: string | null): void {
    this.enqueue(deviceId, () => this.record.run(deviceId, { state, reason }));
  }

  pairingCode(deviceId: string, code: PairingCode): void {
    this.enqueue(deviceId, async () => {
      const device = await this.unit.run(() => this.devices.findById(deviceId, 'all'));
      // A code that was on its way while linking ended must not come up on a screen.
      if (device?.state === 'waiting-for-scan') this.challenges.show(deviceId, code);
    });
  }

  receipt(deviceId: string, messageId: string, level: ReceiptLevel): void {
    this.events.publish(new ReceiptArrived(deviceId, messageId, level));
  }

  optOut(deviceId: string, request: OptOutRequest): void {
    this.events.publish(new OptOutReceived(deviceId, request));
  }

  /** Resolves when all news that came until now is worked off. */
  async settled(): Promise<void> {
    await Promise.all(this.queues.values());
  }

  private enqueue(deviceId: string, work: () => Promise<void>): void {
    const turn = (this.queues.get(deviceId) ?? Promise.resolve())
      // An engine tells once: what it told while the database was away would else be missing for ever.
      .then(() => this.untilStored.whileAway(work))
      .then(() => {
        if (this.queues.get(deviceId) === turn) this.queues.delete(deviceId);
      });
    this.queues.set(deviceId, turn);
  }
}
