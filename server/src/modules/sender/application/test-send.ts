import { Injectable } from '@nestjs/common';
import type { TestSendRequest, TestSendResult } from '#contracts/broadcast.contract.js';
import { renderTemplate } from '#message/template.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import { AllowTestSend } from './allow-test-send.js';
import { TOO_LATE, within } from './deadline.js';
import { LookUpNumber } from './look-up-number.js';
import type { ReadyDevice } from './sending-devices.js';
import { TakePlace } from './take-place.js';

/** How long a person is kept waiting for the answer, in milliseconds. */
const PATIENCE = 60_000;

type Outcome = Pick<TestSendResult, 'outcome' | 'reason'>;

/** "Kirim tes ke nomor saya": one message to one number, in no broadcast and no ledger. */
@Injectable()
export class TestSend {
  constructor(
    private readonly allowed: AllowTestSend,
    private readonly place: TakePlace,
    private readonly lookUp: LookUpNumber,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands over at most once. Throws PHONE.NOT_A_NUMBER, DEVICE.NOT_FOUND, DEVICE.NOT_READY,
   * RECIPIENT.OPTED_OUT.
   */
  async run(request: TestSendRequest, actor: Actor): Promise<TestSendResult> {
    const phone = parsePhone(request.phone);
    if (!phone.ok) {
      const fault = { pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' } as const;
      throw new DomainError('PHONE.NOT_A_NUMBER', {}, [fault]);
    }
    const ready = await this.allowed.run(request.deviceId, phone.e164, actor);
    const text = renderTemplate(request.text, request.values);
    return { ...(await this.send(ready, phone.e164, text)), phone: phone.e164 };
  }

  private async send(ready: ReadyDevice, phone: string, text: string): Promise<Outcome> {
    const number = await this.lookUp.run(ready, phone);
    if (number.kind !== 'on') {
      const reason = number.kind === 'not-on' ? 'not-on-whatsapp' : 'lookup-unavailable';
      return { outcome: 'refused', reason };
    }
    const { device, gateway } = ready;
    await this.place.run(device);
    // The pace may have kept it waiting for long.
    if (await this.allowed.optedOut(phone)) return { outcome: 'refused', reason: 'opted-out' };
    const messageId = await gateway.messages.newMessageId(device.id);
    const unanswered = { kind: 'unknown', reason: 'no-answer' } as const;
    const sending = gateway.messages.send(device.id, messageId, number.address, {
      text,
      attachment: null,
    });
    const answer = await within(
      this.clock,
      PATIENCE,
      sending.catch(() => unanswered),
    );
    const known = answer === TOO_LATE ? unanswered : answer;
    return { outcome: known.kind, reason: known.kind === 'accepted' ? null : known.reason };
  }
}
