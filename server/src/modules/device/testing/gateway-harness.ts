import type { LinkMethod, SessionState } from '#contracts/device.contract.js';
import type {
  DeviceRef,
  GatewayEvents,
  MessageContent,
  OptOutRequest,
  PairingCode,
  ReceiptLevel,
  SendOutcome,
  WhatsappGateway,
} from '../application/ports/whatsapp-gateway.js';
import { deviceId } from './devices.js';

/** Fate of a number, as far as a suite chooses it. `read` includes accepted and delivered. */
export type NumberFate = 'read' | 'refused' | 'unanswered' | 'not-on-whatsapp';

/** An engine under test, with the phones, the numbers and the time around it played by the test. */
export interface GatewayHarness {
  readonly gateway: WhatsappGateway;
  readonly news: RecordedNews;
  /** The phone with the number `phone` scans or is typed the code, which is shown for `device`. */
  scan(device: DeviceRef, shown: PairingCode, phone: string): Promise<void>;
  /** A number with that fate; the fate of a send is the one of the first send to it. */
  numberWith(fate: NumberFate): string;
  /** A number whose owner answers BERHENTI to what they read. Absent where a test cannot play that. */
  numberThatOptsOut?(): string;
  /** Lets time pass until `condition` holds. Throws when it does not come to that. */
  until(condition: () => boolean): Promise<void>;
  /** Lets so much time pass that whatever was still under way has come. */
  settle(): Promise<void>;
  /** Things that the engine still has going: timers, processes. */
  leftovers(): number;
  /** The process of the engine dies without a word and another takes over its data. */
  restart(): Promise<GatewayHarness>;
  close(): Promise<void>;
}

/** Keeps what an engine tells, in order. */
export class RecordedNews implements GatewayEvents {
  readonly log: (
    | { readonly kind: 'state'; readonly deviceId: string; readonly state: SessionState }
    | { readonly kind: 'code'; readonly deviceId: string; readonly code: PairingCode }
    | {
        readonly kind: 'receipt';
        readonly deviceId: string;
        readonly messageId: string;
        readonly level: ReceiptLevel;
      }
    | { readonly kind: 'opt-out'; readonly deviceId: string; readonly request: OptOutRequest }
  )[] = [];
  /** The last reason that was told about each device. */
  readonly reasons = new Map<string, string | null>();

  sessionChanged(device: string, state: SessionState, reason: string | null): void {
    this.log.push({ kind: 'state', deviceId: device, state });
    this.reasons.set(device, reason);
  }

  pairingCode(device: string, code: PairingCode): void {
    this.log.push({ kind: 'code', deviceId: device, code });
  }

  receipt(device: string, messageId: string, level: ReceiptLevel): void {
    this.log.push({ kind: 'receipt', deviceId: device, messageId, level });
  }

  optOut(device: string, request: OptOutRequest): void {
    this.log.push({ kind: 'opt-out', deviceId: device, request });
  }

  /** States of a device, in the order in which they came. */
  statesOf(device: DeviceRef): SessionState[] {
    return this.log.flatMap((news) =>
      news.kind === 'state' && news.deviceId === device.id ? [news.state] : [],
    );
  }

  /** Codes that were shown for a device. */
  codesOf(device: DeviceRef): PairingCode[] {
    return this.log.flatMap((news) =>
      news.kind === 'code' && news.deviceId === device.id ? [news.code] : [],
    );
  }

  /** Wishes for no more messages that were told of a device. */
  optOutsOf(device: DeviceRef): OptOutRequest[] {
    return this.log.flatMap((news) =>
      news.kind === 'opt-out' && news.deviceId === device.id ? [news.request] : [],
    );
  }

  /** How far a message has come, level by level. */
  receiptsOf(messageId: string): ReceiptLevel[] {
    return this.log.flatMap((news) =>
      news.kind === 'receipt' && news.messageId === messageId ? [news.level] : [],
    );
  }
}

/** Devices of the suites. */
export const POLI_ANAK: DeviceRef = { id: deviceId(1), phone: '+6281200000001' };
export const POLI_GIGI: DeviceRef = { id: deviceId(2), phone: '+6281200000002' };

/** A message without a file. */
export const HALO: MessageContent = { text: 'Halo', attachment: null };

/** Waits for a promise while the harness lets time pass. */
export async function driven<T>(harness: GatewayHarness, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settled = promise.finally(() => {
    isSettled = true;
  });
  await harness.until(() => isSettled);
  return settled;
}

/** Shows codes for the device and answers the first one. */
export async function showCode(
  harness: GatewayHarness,
  device: DeviceRef,
  method: LinkMethod = 'qr',
): Promise<PairingCode> {
  const { news } = harness;
  const before = news.codesOf(device).length;
  await driven(harness, harness.gateway.pairing.start(device, method));
  await harness.until(() => news.codesOf(device).length > before);
  return news.codesOf(device).at(-1) as PairingCode;
}

/** Links the device with its own phone and waits until it is ready. */
export async function link(harness: GatewayHarness, device: DeviceRef): Promise<void> {
  await harness.scan(device, await showCode(harness, device), device.phone);
  await harness.until(() => harness.news.statesOf(device).at(-1) === 'ready');
}

/** Looks a number up and hands one message over to it. */
export async function sendTo(
  harness: GatewayHarness,
  device: DeviceRef,
  phone: string,
): Promise<{ readonly messageId: string; readonly outcome: SendOutcome }> {
  const { directory, messages } = harness.gateway;
  const found = await driven(harness, directory.lookup(device.id, phone));
  if (found.kind !== 'on') throw new Error(`${phone} should be on WhatsApp`);
  const messageId = await driven(harness, messages.newMessageId(device.id));
  const sending = messages.send(device.id, messageId, found.address, HALO);
  return { messageId, outcome: await driven(harness, sending) };
}
