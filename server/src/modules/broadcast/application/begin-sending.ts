import { Injectable } from '@nestjs/common';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { DeviceDirectory } from '../../device/index.js';
import { Runs } from '../../sender/index.js';
import type { RunOrder } from '../../sender/index.js';
import { InstallationSettings } from '../../settings/index.js';
import { assertRevision, confirmationOf } from '../domain/broadcast.js';
import type { Broadcast, Confirmation } from '../domain/broadcast.js';
import { isConfirmationLost } from '../domain/four-eyes.js';
import { BroadcastViews } from './broadcast-views.js';
import type { CheckedContent } from './content-check.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';
import { readyDevice } from './sending-device.js';

/** A broadcast as it was when somebody pressed Kirim. */
export interface SeenBroadcast {
  readonly broadcast: Broadcast;
  /** It has a run already: there is nothing to check, only somebody to tell. */
  readonly started: boolean;
}

/** The two units of work of Kirim. Every call runs in the caller's unit. */
@Injectable()
export class BeginSending {
  constructor(
    private readonly broadcasts: BroadcastRepository,
    private readonly devices: DeviceDirectory,
    private readonly runs: Runs,
    private readonly settings: InstallationSettings,
    private readonly views: BroadcastViews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * What there is to send. Refuses BROADCAST.NOT_FOUND and, unless it was sent already,
   * BROADCAST.NOT_CONFIRMED, DEVICE.NOT_FOUND, DEVICE.NOT_READY.
   */
  async look(broadcastId: string, { devices }: Actor): Promise<SeenBroadcast> {
    const broadcast = await this.broadcasts.find(broadcastId, devices);
    if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
    const started = await this.hasRun(broadcastId);
    if (!started) await this.assertReady(broadcast);
    return { broadcast, started };
  }

  /**
   * Begins to send what was seen and checked. Refuses BROADCAST.CHANGED when it was changed since,
   * BROADCAST.CONFIRMED_DIFFERS when it is not what was confirmed, BROADCAST.FOUR_EYES_NOW when who
   * confirmed it may not by now, and BROADCAST.ALREADY_SENT, naming who was first, unless that was the same `idempotencyKey`.
   *
   * @param checked null when it had a run already
   */
  async begin(
    { broadcast: seen }: SeenBroadcast,
    checked: CheckedContent | null,
    idempotencyKey: string,
    actor: Actor,
  ): Promise<BroadcastView> {
    const held = await this.broadcasts.hold(seen.id, actor.devices);
    if (!held) throw new DomainError('BROADCAST.NOT_FOUND');
    const recipients = checked?.recipients ?? 0;
    const order = {
      ...contentOf(held),
      attachment: checked?.attachment ?? null,
      recipients,
      skipped: checked?.optedOut ?? 0,
      idempotencyKey,
    };
    if (await this.hasRun(held.id)) {
      await this.runs.start(order, actor);
      return this.views.of(held);
    }
    assertRevision(held, seen.revision);
    const { hash } = await this.assertReady(held);
    if (checked?.hash !== hash) throw new DomainError('BROADCAST.CONFIRMED_DIFFERS');
    const { fourEyes: policy } = await this.settings.policies();
    if (isConfirmationLost(held, policy, recipients))
      throw new DomainError('BROADCAST.FOUR_EYES_NOW');
    await this.runs.start(order, actor);
    await this.audit.record(actor, {
      action: 'broadcast.send',
      subject: 'broadcast',
      subjectId: held.id,
      details: { recipients, hash },
    });
    return this.views.of(held);
  }

  private async hasRun(broadcastId: string): Promise<boolean> {
    return (await this.runs.find([broadcastId])).size > 0;
  }

  private async assertReady(broadcast: Broadcast): Promise<Confirmation> {
    const confirmation = confirmationOf(broadcast);
    readyDevice(await this.devices.get(broadcast.deviceId, 'all'));
    return confirmation;
  }
}

function contentOf(
  broadcast: Broadcast,
): Omit<RunOrder, 'attachment' | 'recipients' | 'skipped' | 'idempotencyKey'> {
  const { id: broadcastId, recipientImportId: importId, deviceId, text } = broadcast;
  return { broadcastId, importId, deviceId, text };
}
