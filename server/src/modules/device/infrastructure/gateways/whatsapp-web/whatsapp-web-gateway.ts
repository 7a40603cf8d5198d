import { join } from 'node:path';
import type { LinkMethod } from '#contracts/device.contract.js';
import type {
  DeviceRef,
  LookupResult,
  MessageContent,
  MessageSender,
  NumberDirectory,
  Pairing,
  Reconciliation,
  SendOutcome,
  SessionControl,
  WhatsappGateway,
} from '../../../application/ports/whatsapp-gateway.js';
import { DeviceSession } from './device-session.js';
import { HostGone } from './engine-host.js';
import type { EngineHost } from './engine-host.js';
import type { EngineWorld } from './engine-world.js';
import { LOST_IN_HAND, NO_LOOKUP, NOT_HANDED_OVER, NOT_RECONCILED } from './unanswered.js';

/** Spare time of a question beyond what the page itself is given, in milliseconds. */
const SPARE_MS = 30_000;

/** Reading back what came meanwhile is many questions to the page; so many may take their longest. */
const CATCH_UP_ANSWERS = 6;

/** The device could not be logged out on the phone; here it is. */
export class PhoneNotTold extends Error {
  constructor() {
    super('The phone could not be told that the link has ended');
  }
}

/**
 * Real WhatsApp by whatsapp-web.js: a process and a browser for every device, so that no fault of theirs
 * reaches the product or another device.
 */
export class WhatsappWebGateway
  implements
    WhatsappGateway,
    SessionControl,
    Pairing,
    NumberDirectory,
    MessageSender,
    Reconciliation
{
  readonly kind = 'whatsapp-web';
  readonly sessions = this;
  readonly pairing = this;
  readonly directory = this;
  readonly messages = this;
  readonly reconciliation = this;
  readonly scanSimulation = null;
  private readonly byDevice = new Map<string, DeviceSession>();
  private isShut = false;

  /** @param folder of its own, with a folder for every device that was linked */
  constructor(
    private readonly folder: string,
    private readonly world: EngineWorld,
  ) {}

  async open(device: DeviceRef): Promise<void> {
    (await this.begin(device))?.restore();
  }

  async close(deviceId: string): Promise<void> {
    const session = this.byDevice.get(deviceId);
    this.byDevice.delete(deviceId);
    await session?.end();
  }

  /** Rejects with `PhoneNotTold` when the session has ended here and nobody knows whether it has there. */
  async unlink(device: DeviceRef): Promise<void> {
    const session = this.byDevice.get(device.id) ?? this.sessionOf(device);
    this.byDevice.delete(device.id);
    if (!(await session.unlink())) throw new PhoneNotTold();
  }

  async start(device: DeviceRef, method: LinkMethod): Promise<void> {
    (await this.begin(device))?.pair(method);
  }

  async stop(deviceId: string): Promise<void> {
    const session = this.byDevice.get(deviceId);
    if ((await session?.hideCodes()) === true && this.byDevice.get(deviceId) === session) {
      this.byDevice.delete(deviceId);
    }
  }

  async lookup(deviceId: string, phone: string): Promise<LookupResult> {
    const { answerDeadlineMs, lookupPauseMs } = this.world.timing.page;
    const deadline = 2 * answerDeadlineMs + lookupPauseMs + SPARE_MS;
    const asked = this.host(deviceId)?.ask({ kind: 'lookup', phone }, deadline);
    return (await asked?.catch(() => NO_LOOKUP)) ?? NO_LOOKUP;
  }

  async newMessageId(deviceId: string): Promise<string> {
    const host = this.host(deviceId);
    if (!host) throw new HostGone('The device has no session');
    return host.ask({ kind: 'new-id' }, this.world.timing.page.answerDeadlineMs + SPARE_MS);
  }

  async send(
    deviceId: string,
    messageId: string,
    address: string,
    content: MessageContent,
  ): Promise<SendOutcome> {
    const host = this.host(deviceId);
    if (!host) return NOT_HANDED_OVER;
    const { textDeadlineMs, fileDeadlineMs, ackDeadlineMs } = this.world.timing.page;
    const deadline = textDeadlineMs + fileDeadlineMs + ackDeadlineMs + SPARE_MS;
    return host
      .ask({ kind: 'send', messageId, address, content }, deadline)
      .catch(() => LOST_IN_HAND);
  }

  async reconcile(deviceId: string, messageId: string): Promise<SendOutcome> {
    const deadline = this.world.timing.page.answerDeadlineMs + SPARE_MS;
    const asked = this.host(deviceId)?.ask({ kind: 'reconcile', messageId }, deadline);
    return (await asked?.catch(() => NOT_RECONCILED)) ?? NOT_RECONCILED;
  }

  async catchUp(deviceId: string, messageIds: readonly string[]): Promise<void> {
    const deadline = this.world.timing.page.answerDeadlineMs * CATCH_UP_ANSWERS + SPARE_MS;
    await this.host(deviceId)?.ask({ kind: 'catch-up', messageIds }, deadline);
  }

  async shutdown(): Promise<void> {
    this.isShut = true;
    const sessions = [...this.byDevice.values()];
    this.byDevice.clear();
    await Promise.all(sessions.map((session) => session.end()));
  }

  private host(deviceId: string): EngineHost | null {
    return this.byDevice.get(deviceId)?.host ?? null;
  }

  /** A new session in the place of the one that the device had. Null when the engine has ended. */
  private async begin(device: DeviceRef): Promise<DeviceSession | null> {
    const before = this.byDevice.get(device.id);
    if (this.isShut) return null;
    const session = this.sessionOf(device);
    this.byDevice.set(device.id, session);
    await before?.end();
    return this.byDevice.get(device.id) === session ? session : null;
  }

  private sessionOf(device: DeviceRef): DeviceSession {
    return new DeviceSession(device, join(this.folder, device.id), this.world);
  }
}
