import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { Allowances } from './allowances.js';
import { SendingDevices } from './sending-devices.js';
import type { ReadyDevice } from './sending-devices.js';

/** Whether a test message may be sent, and the writing down of it. */
@Injectable()
export class AllowTestSend {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: SendingDevices,
    private readonly doNotContact: DoNotContactList,
    private readonly allowances: Allowances,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Written down before it happens: a server that stops meanwhile leaves no message unseen. Refuses
   * DEVICE.NOT_FOUND, DEVICE.NOT_READY, DEVICE.DAILY_CAP, RECIPIENT.OPTED_OUT.
   *
   * @param phone E.164
   */
  async run(deviceId: string, phone: string, actor: Actor): Promise<ReadyDevice> {
    return this.unit.run(async () => {
      const ready = await this.devices.requireReady(deviceId, actor.devices);
      if (await this.doNotContact.has(phone)) {
        const fault = { pointer: '/phone', code: 'RECIPIENT.OPTED_OUT' } as const;
        throw new DomainError('RECIPIENT.OPTED_OUT', {}, [fault]);
      }
      await this.allowances.requireRoomForTest(ready.device);
      const deed = { action: 'device.test-send', subject: 'device', subjectId: deviceId };
      await this.audit.record(actor, deed);
      return ready;
    });
  }

  /** Whether the number is on the list by now. */
  async optedOut(phone: string): Promise<boolean> {
    return this.unit.run(() => this.doNotContact.has(phone));
  }
}
