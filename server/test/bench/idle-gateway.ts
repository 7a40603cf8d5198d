import { randomUUID } from 'node:crypto';
import type { WhatsappGateway } from '../../src/modules/device/index.js';

const nothing = (): Promise<void> => Promise.resolve();

/** An engine that takes every message at once and does nothing with it. */
export class IdleGateway implements WhatsappGateway {
  readonly kind = 'practice';
  readonly reconciliation = null;
  readonly scanSimulation = null;
  readonly sessions = { open: nothing, close: nothing, unlink: nothing };
  readonly pairing = { start: nothing, stop: nothing };
  readonly directory = {
    lookup: (_deviceId: string, phone: string) =>
      Promise.resolve({ kind: 'on', address: phone } as const),
  };
  readonly messages = {
    newMessageId: () => Promise.resolve(randomUUID()),
    send: () => Promise.resolve({ kind: 'accepted' } as const),
  };

  shutdown(): Promise<void> {
    return nothing();
  }
}
