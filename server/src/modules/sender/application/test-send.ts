import { Injectable } from '@nestjs/common';
import type { TestSendRequest, TestSendResult } from '#contracts/test-send.contract.js';
import { renderTemplate } from '#message/template.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Attachments } from '../../attachment/index.js';
import type { MessageContent } from '../../device/index.js';
import { AllowTestSend } from './allow-test-send.js';
import { DeliverTest } from './deliver-test.js';

/** "Kirim tes ke nomor saya": one message to one number, in no broadcast and no ledger. */
@Injectable()
export class TestSend {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly allowed: AllowTestSend,
    private readonly attachments: Attachments,
    private readonly delivery: DeliverTest,
  ) {}

  /**
   * Hands over at most once. Throws PHONE.NOT_A_NUMBER, DEVICE.NOT_FOUND, DEVICE.NOT_READY,
   * DEVICE.DAILY_CAP, RECIPIENT.OPTED_OUT, ATTACHMENT.NOT_FOUND, ATTACHMENT.GONE.
   */
  async run(request: TestSendRequest, actor: Actor): Promise<TestSendResult> {
    const phone = parsePhone(request.phone);
    if (!phone.ok) {
      const fault = { pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' } as const;
      throw new DomainError('PHONE.NOT_A_NUMBER', {}, [fault]);
    }
    const attachment = await this.fileOf(request.attachmentId, actor);
    const ready = await this.allowed.run(request.deviceId, phone.e164, actor);
    const text = renderTemplate(request.text, request.values);
    const outcome = await this.delivery.run(ready, phone.e164, { text, attachment });
    return { ...outcome, phone: phone.e164 };
  }

  private async fileOf(
    attachmentId: string | null,
    actor: Actor,
  ): Promise<MessageContent['attachment']> {
    if (attachmentId === null) return null;
    const found = await this.unit.run(() => this.attachments.getFor(attachmentId, actor));
    const content = await this.attachments.contentOf(found);
    if (!content) throw new DomainError('ATTACHMENT.GONE');
    return content;
  }
}
