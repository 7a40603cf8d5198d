import type { EngineKind } from '#contracts/device.contract.js';
import type {
  DeviceRef,
  LookupResult,
  SendOutcome,
  WhatsappGateway,
} from '../application/ports/whatsapp-gateway.js';

/** An engine that does nothing but keep what it was asked, and fails where a test wants it to. */
export class ScriptedGateway implements WhatsappGateway {
  /** E.g. `start 01a0…`, in order. */
  readonly calls: string[] = [];
  /** Calls that reject, by their name. */
  readonly failing = new Set<string>();
  /** What happens inside a call, by its name. */
  readonly during = new Map<string, () => Promise<void>>();
  /** Whether a phone can scan what is shown. */
  shows = true;
  readonly reconciliation = null;

  readonly sessions = {
    open: (device: DeviceRef) => this.called('open', device.id),
    close: (deviceId: string) => this.called('close', deviceId),
    unlink: (device: DeviceRef) => this.called('unlink', device.id),
  };

  readonly pairing = {
    start: (device: DeviceRef) => this.called('start', device.id),
    stop: (deviceId: string) => this.called('stop', deviceId),
  };

  readonly scanSimulation: { scan: (deviceId: string) => Promise<boolean> } | null;

  readonly directory = {
    lookup: (): Promise<LookupResult> => Promise.resolve({ kind: 'not-on' }),
  };

  readonly messages = {
    newMessageId: () => Promise.resolve('an-id'),
    send: (): Promise<SendOutcome> => Promise.resolve({ kind: 'accepted' }),
  };

  constructor(readonly kind: EngineKind) {
    this.scanSimulation =
      kind === 'practice'
        ? { scan: (deviceId) => this.called('scan', deviceId).then(() => this.shows) }
        : null;
  }

  shutdown(): Promise<void> {
    return this.called('shutdown', this.kind);
  }

  private async called(name: string, subject: string): Promise<void> {
    this.calls.push(`${name} ${subject}`);
    await this.during.get(name)?.();
    if (this.failing.has(name)) throw new Error(`${name} failed`);
  }
}
