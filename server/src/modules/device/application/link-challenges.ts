import { Injectable } from '@nestjs/common';
import type { LinkChallenge } from '#contracts/device.contract.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DeviceRemoved, DeviceStateChanged } from './device-events.js';
import type { PairingCode } from './ports/whatsapp-gateway.js';

/**
 * The code that each device shows now. Whoever scans it gives this server a WhatsApp account, so it
 * lives in memory alone and goes to those who may link devices, never to a log. It ends with the
 * state in which it was shown.
 */
@Injectable()
export class LinkChallenges {
  private readonly codes = new Map<string, PairingCode>();

  constructor(
    private readonly live: LiveHub,
    private readonly clock: Clock,
    events: EventBus,
  ) {
    const clear = ({ deviceId }: { deviceId: string }): void => {
      this.codes.delete(deviceId);
    };
    events.subscribe(DeviceStateChanged, clear);
    events.subscribe(DeviceRemoved, clear);
  }

  /** Shows `code` from now on, to everybody who watches and may link devices. */
  show(deviceId: string, code: PairingCode): void {
    this.codes.set(deviceId, code);
    const challenge = challengeOf(deviceId, code);
    this.live.publish('devices:manage', { type: 'device-challenge', challenge });
  }

  /** The code that can be scanned now. */
  current(deviceId: string): LinkChallenge | null {
    const code = this.codes.get(deviceId);
    if (!code || code.expiresAt <= this.clock.now()) return null;
    return challengeOf(deviceId, code);
  }
}

const challengeOf = (deviceId: string, code: PairingCode): LinkChallenge => ({
  deviceId,
  method: code.method,
  code: code.code,
  expiresAt: new Date(code.expiresAt).toISOString(),
});
