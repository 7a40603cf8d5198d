import type { EngineKind, LinkMethod, SessionState } from '#contracts/device.contract.js';

/** What an engine needs to know of the device that it drives. */
export interface DeviceRef {
  readonly id: string;
  /** The number that must be the one that scans (E.164). */
  readonly phone: string;
}

/** What links a phone until `expiresAt` (milliseconds since the epoch): it is scanned, or typed. */
export interface PairingCode {
  readonly method: LinkMethod;
  /** What the QR encodes, or what is typed into the phone (eight letters and digits). */
  readonly code: string;
  readonly expiresAt: number;
}

/** A file that goes with a message. It stays as it is for as long as anybody may send it. */
export interface AttachmentFile {
  readonly kind: 'image' | 'video' | 'document';
  /** Absolute path on this machine. */
  readonly path: string;
  /** Name that the recipient sees. */
  readonly fileName: string;
  readonly mimeType: string;
  /** Size in bytes. */
  readonly size: number;
}

/** What a recipient gets. With a file the text is its caption, which may be empty. */
export interface MessageContent {
  readonly text: string;
  readonly attachment: AttachmentFile | null;
}

/** Somebody wrote nothing but an opt-out word to a device. What else was written stays unread. */
export interface OptOutRequest {
  /** Who wrote (E.164); null when WhatsApp hides the number: then `address` says who. */
  readonly phone: string | null;
  /** Who wrote, as `NumberDirectory.lookup` would have resolved it; null when only the number is known. */
  readonly address: WhatsappAddress | null;
  /** Id of the message that they wrote. */
  readonly messageId: string;
  /** When they wrote it, in milliseconds since the epoch. */
  readonly at: number;
}

/** Where a message goes, as the engine's own directory resolved it. Opaque to everybody else. */
export type WhatsappAddress = string;

/** Whether a number has WhatsApp. `unknown`: the question could not be answered now. */
export type LookupResult =
  | { readonly kind: 'on'; readonly address: WhatsappAddress }
  | { readonly kind: 'not-on' }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * What is known after a hand-over. `accepted`: WhatsApp's server has it. `refused`: it certainly was
 * not and will not be sent. `unknown`: nobody can tell; it must never be handed over again by code.
 */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** How far a message has come. Later levels include the earlier ones. */
export type ReceiptLevel = 'sent' | 'delivered' | 'read' | 'failed';

/** News from an engine. Delivered in any order, perhaps twice, perhaps long after a restart. */
export interface GatewayEvents {
  sessionChanged(deviceId: string, state: SessionState, reason: string | null): void;
  pairingCode(deviceId: string, code: PairingCode): void;
  receipt(deviceId: string, messageId: string, level: ReceiptLevel): void;
  optOut(deviceId: string, request: OptOutRequest): void;
}

/** Opening and ending the session of a device. */
export interface SessionControl {
  /** Restores the session of a linked device after a start. News arrives as `sessionChanged`. */
  open(device: DeviceRef): Promise<void>;
  /** Lets go of the session without logging out. */
  close(deviceId: string): Promise<void>;
  /** Logs out, on the phone too, and forgets the session. Resolves also when there was none. */
  unlink(device: DeviceRef): Promise<void>;
}

/** Linking a device with a phone. */
export interface Pairing {
  /** Starts to show codes; each arrives as `pairingCode`, the outcome as `sessionChanged`. */
  start(device: DeviceRef, method: LinkMethod): Promise<void>;
  /** Stops to show codes. */
  stop(deviceId: string): Promise<void>;
}

/** A phone that scans by pressing a button: only engines that need no phone have it. */
export interface ScanSimulation {
  /** Scans the code that is shown now. Answers false when none is. */
  scan(deviceId: string): Promise<boolean>;
}

/** Whether numbers have WhatsApp. */
export interface NumberDirectory {
  lookup(deviceId: string, phone: string): Promise<LookupResult>;
}

/** Handing messages over. */
export interface MessageSender {
  /** An id for a message that is about to be handed over; stored before that happens. */
  newMessageId(deviceId: string): Promise<string>;
  /**
   * Hands one message over under `messageId`, once. Never rejects: whatever goes wrong is an outcome,
   * and what cannot be told apart is `unknown`.
   */
  send(
    deviceId: string,
    messageId: string,
    address: WhatsappAddress,
    content: MessageContent,
  ): Promise<SendOutcome>;
}

/** Finding out afterwards what became of a message whose hand-over was interrupted. */
export interface Reconciliation {
  reconcile(deviceId: string, messageId: string): Promise<SendOutcome>;
  /**
   * Looks up, once the session is ready, what became of messages while it was away: receipts that came
   * meanwhile were told to nobody. What is known is told as `receipt`; the rest is passed over in silence.
   */
  catchUp(deviceId: string, messageIds: readonly string[]): Promise<void>;
}

/**
 * One engine, split by role. A role that the engine does not have is null, so what an engine can do is
 * read off its type and no method has to refuse. Nothing outside an adapter knows how it works.
 */
export interface WhatsappGateway {
  readonly kind: EngineKind;
  readonly sessions: SessionControl;
  readonly pairing: Pairing;
  readonly directory: NumberDirectory;
  readonly messages: MessageSender;
  readonly reconciliation: Reconciliation | null;
  readonly scanSimulation: ScanSimulation | null;
  /** Ends everything that the engine runs. */
  shutdown(): Promise<void>;
}
