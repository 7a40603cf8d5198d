import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import type { LookupResult, WhatsappGateway } from '../../device/index.js';
import { TOO_LATE, within } from './deadline.js';
import type { ReadyDevice } from './sending-devices.js';

/** How long an engine may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/** Waits between questions without an answer, in milliseconds: nothing was handed over, asking again is safe. */
const WAITS = [2_000, 10_000];

/** Asks WhatsApp whether a number is registered, before anything is handed over to it. */
@Injectable()
export class LookUpNumber {
  constructor(private readonly clock: Clock) {}

  /** Three questions at most; `unknown` when none was answered, or when `signal` aborted meanwhile. */
  async run(
    { gateway, device }: ReadyDevice,
    phone: string,
    signal?: AbortSignal,
  ): Promise<LookupResult> {
    for (const wait of WAITS) {
      const answer = await this.ask(gateway, device.id, phone);
      if (answer.kind !== 'unknown') return answer;
      await this.clock.wait(wait, signal);
      if (signal?.aborted === true) return answer;
    }
    return this.ask(gateway, device.id, phone);
  }

  private async ask(
    gateway: WhatsappGateway,
    deviceId: string,
    phone: string,
  ): Promise<LookupResult> {
    const unanswered: LookupResult = { kind: 'unknown', reason: 'lookup-unavailable' };
    const question = gateway.directory.lookup(deviceId, phone).catch(() => unanswered);
    const answer = await within(this.clock, PATIENCE, question);
    return answer === TOO_LATE ? unanswered : answer;
  }
}
