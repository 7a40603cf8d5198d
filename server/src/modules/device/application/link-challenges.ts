import { Injectable } from '@nestjs/common';
import type { LinkChallenge } from '#contracts/device.contract.js';
import * as z from 'zod';
import { LinkMethod } from '#contracts/device.contract.js';
import { ProcessBus } from '../../../platform/bus/process-bus.js';
import type { Topic } from '../../../platform/bus/process-bus.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DeviceRemoved, DeviceStateChanged } from './device-events.js';
import type { PairingCode } from './ports/whatsapp-gateway.js';

/** Between processes: a device shows a code, or none any more. */
const Shown = z.object({
  deviceId: z.string(),
  code: z.object({ method: LinkMethod, code: z.string(), expiresAt: z.number() }).nullable(),
});

const SHOWN: Topic<z.infer<typeof Shown>> = { name: 'code-shown', schema: Shown };

/**
 * The code that each device shows now. Whoever scans it gives this server a WhatsApp account, so it
 * lives in the memory of processes alone and goes to those who may link devices, never to a log. It ends with the
 * state in which it was shown.
 */
@Injectable()
export class LinkChallenges {
  private readonly codes = new Map<string, PairingCode>();

  constructor(
    private readonly live: LiveHub,
    private readonly clock: Clock,
    events: EventBus,
    private readonly bus: ProcessBus,
  ) {
    const clear = ({ deviceId }: { deviceId: string }): void => {
      if (this.codes.delete(deviceId)) bus.publish(SHOWN, { deviceId, code: null });
    };
    bus.subscribe(SHOWN, ({ deviceId, code }) => {
      if (code) this.codes.set(deviceId, code);
      else this.codes.delete(deviceId);
    });
    events.subscribe(DeviceStateChanged, clear);
    events.subscribe(DeviceRemoved, clear);
  }

  /** Shows `code` from now on, to everybody who watches and may link devices. */
  show(deviceId: string, code: PairingCode): void {
    this.codes.set(deviceId, code);
    this.bus.publish(SHOWN, { deviceId, code });
    const challenge = challengeOf(deviceId, code);
    const audience = { permission: 'devices:manage', devices: [deviceId] } as const;
    this.live.publish(audience, { type: 'device-challenge', challenge });
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
