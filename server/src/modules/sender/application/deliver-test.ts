import { Injectable } from '@nestjs/common';
import type { TestSendResult } from '#contracts/test-send.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { MessageContent } from '../../device/index.js';
import { AllowTestSend } from './allow-test-send.js';
import { TOO_LATE, within } from './deadline.js';
import { LookUpNumber } from './look-up-number.js';
import type { ReadyDevice } from './sending-devices.js';
import { TakePlace } from './take-place.js';

/** How long a person is kept waiting for the answer, in milliseconds. */
const PATIENCE = 60_000;

/** Hands over one message that belongs to no broadcast and no ledger. */
@Injectable()
export class DeliverTest {
  constructor(
    private readonly allowed: AllowTestSend,
    private readonly place: TakePlace,
    private readonly lookUp: LookUpNumber,
    private readonly clock: Clock,
  ) {}

  /**
   * To the number, if it has WhatsApp, when the pace of the device allows; at most once.
   *
   * @param phone in E.164
   */
  async run(
    ready: ReadyDevice,
    phone: string,
    content: MessageContent,
  ): Promise<Pick<TestSendResult, 'outcome' | 'reason'>> {
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
    const sending = gateway.messages.send(device.id, messageId, number.address, content);
    const answer = await within(
      this.clock,
      PATIENCE,
      sending.catch(() => unanswered),
    );
    const known = answer === TOO_LATE ? unanswered : answer;
    return { outcome: known.kind, reason: known.kind === 'accepted' ? null : known.reason };
  }
}
