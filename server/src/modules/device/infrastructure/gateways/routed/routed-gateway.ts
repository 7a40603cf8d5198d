import type { EngineKind, LinkMethod } from '#contracts/device.contract.js';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { ProcessBus, Question } from '../../../../../platform/bus/process-bus.js';
import type { HolderOfDevices } from '../../../application/ports/holder-of-devices.js';
import type {
  DeviceRef,
  LookupResult,
  MessageContent,
  MessageSender,
  NumberDirectory,
  Pairing,
  Reconciliation,
  ScanSimulation,
  SendOutcome,
  SessionControl,
  WhatsappAddress,
  WhatsappGateway,
} from '../../../application/ports/whatsapp-gateway.js';
import { GATEWAY_QUESTIONS } from './questions.js';

/** How long another process may take, in milliseconds: a little longer than whoever asks waits itself. */
const PATIENCE = { control: 30_000, lookup: 35_000, send: 125_000 } as const;

const NO_ANSWER: RecipientReason = 'no-answer';

/**
 * An engine whose devices are spread over processes: what concerns a device goes to the one that holds
 * it, over the bus. Sessions are opened and closed here alone; whatever a lane does after it took a
 * device happens here, too. A device that nobody holds is taken by the worker that has the fewest.
 */
export class RoutedGateway implements WhatsappGateway {
  readonly kind: EngineKind;
  readonly sessions: SessionControl;
  readonly pairing: Pairing;
  readonly directory: NumberDirectory;
  readonly messages: MessageSender;
  readonly reconciliation: Reconciliation | null;
  readonly scanSimulation: ScanSimulation | null;

  constructor(
    private readonly local: WhatsappGateway,
    private readonly bus: ProcessBus,
    private readonly holder: HolderOfDevices,
  ) {
    this.kind = local.kind;
    this.reconciliation = local.reconciliation;
    this.sessions = {
      open: (device) => local.sessions.open(device),
      close: (deviceId) => local.sessions.close(deviceId),
      unlink: (device) => this.unlink(device),
    };
    this.pairing = {
      start: (device, method) => this.startPairing(device, method),
      stop: (deviceId) => this.stopPairing(deviceId),
    };
    this.directory = { lookup: (deviceId, phone) => this.lookup(deviceId, phone) };
    this.messages = {
      newMessageId: (deviceId) => this.newMessageId(deviceId),
      send: (deviceId, messageId, address, content) =>
        this.send(deviceId, messageId, address, content),
    };
    const { scanSimulation } = local;
    this.scanSimulation = scanSimulation && {
      scan: (deviceId) => this.scan(scanSimulation, deviceId),
    };
  }

  shutdown(): Promise<void> {
    return this.local.shutdown();
  }

  private unlink(device: DeviceRef): Promise<void> {
    const asked = { ...this.target(device.id), phone: device.phone };
    return this.reach(
      device.id,
      () => this.local.sessions.unlink(device),
      async (to) => {
        await this.ask(to, GATEWAY_QUESTIONS.unlink, asked);
      },
    );
  }

  private startPairing(device: DeviceRef, method: LinkMethod): Promise<void> {
    const asked = { ...this.target(device.id), phone: device.phone, method };
    return this.reach(
      device.id,
      () => this.local.pairing.start(device, method),
      async (to) => {
        await this.ask(to, GATEWAY_QUESTIONS.startPairing, asked);
      },
    );
  }

  private stopPairing(deviceId: string): Promise<void> {
    return this.reach(
      deviceId,
      () => this.local.pairing.stop(deviceId),
      async (to) => {
        await this.ask(to, GATEWAY_QUESTIONS.stopPairing, this.target(deviceId));
      },
    );
  }

  private scan(local: ScanSimulation, deviceId: string): Promise<boolean> {
    return this.reach(
      deviceId,
      () => local.scan(deviceId),
      async (to) => (await this.ask(to, GATEWAY_QUESTIONS.scan, this.target(deviceId))).scanned,
    );
  }

  private lookup(deviceId: string, phone: string): Promise<LookupResult> {
    const asked = { ...this.target(deviceId), phone };
    return this.reach(
      deviceId,
      () => this.local.directory.lookup(deviceId, phone),
      (to) => this.ask(to, GATEWAY_QUESTIONS.lookup, asked, PATIENCE.lookup),
    );
  }

  private newMessageId(deviceId: string): Promise<string> {
    return this.reach(
      deviceId,
      () => this.local.messages.newMessageId(deviceId),
      async (to) =>
        (await this.ask(to, GATEWAY_QUESTIONS.newMessageId, this.target(deviceId))).messageId,
    );
  }

  /** What was asked of another process may have happened, whatever became of the answer. */
  private send(
    deviceId: string,
    messageId: string,
    address: WhatsappAddress,
    content: MessageContent,
  ): Promise<SendOutcome> {
    const asked = { ...this.target(deviceId), messageId, address, content };
    return this.reach(
      deviceId,
      () => this.local.messages.send(deviceId, messageId, address, content),
      (to) => this.ask(to, GATEWAY_QUESTIONS.send, asked, PATIENCE.send),
    ).catch((): SendOutcome => ({ kind: 'unknown', reason: NO_ANSWER }));
  }

  private target(deviceId: string): { kind: EngineKind; deviceId: string } {
    return { kind: this.kind, deviceId };
  }

  private async reach<T>(
    deviceId: string,
    here: () => Promise<T>,
    there: (process: string) => Promise<T>,
  ): Promise<T> {
    const process = await this.holder.find(deviceId);
    return process === this.bus.self ? here() : there(process);
  }

  private ask<Q, A>(
    process: string,
    question: Question<Q, A>,
    asked: Q,
    patience: number = PATIENCE.control,
  ): Promise<A> {
    return this.bus.ask(process, question, asked, patience);
  }
}
