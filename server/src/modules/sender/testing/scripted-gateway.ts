import type { EngineKind } from '#contracts/device.contract.js';
import type {
  LookupResult,
  MessageContent,
  SendOutcome,
  WhatsappGateway,
} from '../../device/index.js';

/** One message that the engine was asked to send. */
export interface Handover {
  readonly deviceId: string;
  readonly messageId: string;
  readonly address: string;
  readonly text: string;
  readonly attachment: MessageContent['attachment'];
}

/** An engine that does what a test says, and remembers everything that it was handed. */
export class ScriptedGateway implements WhatsappGateway {
  readonly handovers: Handover[] = [];
  readonly lookups: string[] = [];
  reconciliation: WhatsappGateway['reconciliation'] = null;
  readonly scanSimulation = null;
  /** What it answers about a number. */
  onLookup: (phone: string) => LookupResult | Promise<LookupResult> = (phone) => ({
    kind: 'on',
    address: phone.slice(1),
  });
  /** What becomes of a message that it was handed. */
  onSend: (handover: Handover) => SendOutcome | Promise<SendOutcome> = () => ({ kind: 'accepted' });
  private serial = 0;

  constructor(readonly kind: EngineKind = 'practice') {}

  readonly sessions = {
    open: () => Promise.resolve(),
    close: () => Promise.resolve(),
    unlink: () => Promise.resolve(),
  };

  readonly pairing = { start: () => Promise.resolve(), stop: () => Promise.resolve() };

  readonly directory = {
    lookup: async (_deviceId: string, phone: string): Promise<LookupResult> => {
      this.lookups.push(phone);
      return this.onLookup(phone);
    },
  };

  readonly messages = {
    newMessageId: () => {
      this.serial += 1;
      return Promise.resolve(`pesan-${this.serial}`);
    },
    send: async (
      deviceId: string,
      messageId: string,
      address: string,
      content: MessageContent,
    ): Promise<SendOutcome> => {
      const handover = { deviceId, messageId, address, ...content };
      this.handovers.push(handover);
      return this.onSend(handover);
    },
  };

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}
