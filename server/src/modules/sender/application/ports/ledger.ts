import type { RecipientState, Variables } from '#contracts/recipient.contract.js';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import type { Decision, Proof } from '../../domain/recipient-machine.js';
import type { Lease } from './lane-leases.js';

/** Why a recipient is in its state: one of ours, or a code that an engine gave. */
export type Reason = RecipientReason | (string & {});

/** A list before anything was sent: all wait, but those who had opted out. */
export interface UntouchedList {
  readonly recipients: number;
  readonly skipped: number;
}

/** A recipient whose turn will come. */
export interface WaitingRecipient {
  readonly id: number;
  readonly phone: string;
  readonly name: string | null;
  readonly variables: Variables;
  /** Attempts so far. */
  readonly attempts: number;
}

/** The promise of one hand-over, written down before it happens. */
export interface Claim {
  readonly lease: Lease;
  /**
   * Name of this process where processes share the devices: refused once another holds the device,
   * although it has not taken the lane yet. Null where there is one process.
   */
  readonly worker: string | null;
  readonly broadcastId: string;
  readonly importId: string;
  readonly recipientId: number;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  readonly messageId: string;
  /** Where it will go: tells later whose answer it is, when WhatsApp hides the number. */
  readonly address: string;
  /** The recipient's number as the do-not-contact list has it. */
  readonly fingerprint: string;
  readonly at: number;
  readonly leaseExpiresAt: number;
  readonly nextHandoverAt: number;
  /** A stored moment further away than this is left over from a clock that was set back. */
  readonly maxGap: number;
}

/** Why a claim was not made: the world has changed since the recipient was read. */
export type ClaimRefusal =
  | 'lease-lost-or-too-early'
  | 'run-not-sending'
  | 'recipient-not-pending'
  | 'opted-out'
  | 'number-rests';

/** Thrown by `Ledger.claim`, so that the unit of work around it is rolled back. */
export class ClaimRefused extends Error {
  constructor(readonly why: ClaimRefusal) {
    super(`The claim was refused: ${why}`);
  }
}

/** One hand-over that was claimed. */
export interface Flight {
  readonly broadcastId: string;
  readonly recipientId: number;
  readonly attempt: number;
  readonly messageId: string;
}

/** A recipient as the ledger knows it, held until the end of the unit. */
export interface Entry {
  readonly broadcastId: string;
  readonly importId: string;
  readonly deviceId: string;
  readonly recipientId: number;
  readonly state: RecipientState;
  /** Id of the latest attempt; null when there was none. */
  readonly messageId: string | null;
  readonly attempts: number;
}

/** How far an attempt has come. */
export type AttemptOutcome = 'failed' | 'unknown' | Proof;

/** An attempt and the recipient that it was made for. */
export interface AttemptEntry {
  readonly messageId: string;
  /** Null while it is in flight. */
  readonly outcome: AttemptOutcome | null;
  readonly entry: Entry;
}

/** Where a recipient goes, and why. */
export interface Move {
  readonly to: RecipientState;
  readonly reason: Reason | null;
  readonly at: number;
  /** The person who decided it. */
  readonly decision?: { readonly kind: Decision; readonly by: string };
}

/** What is known of an attempt. */
export interface AttemptNews {
  readonly outcome: AttemptOutcome;
  readonly reason: Reason | null;
  readonly at: number;
}

/**
 * The book of what became of every recipient: states, attempts and the counters of their run, which
 * change together or not at all. Every call runs in the caller's unit of work.
 */
export abstract class Ledger {
  /**
   * How many recipients the list has, and how many of them were skipped when it was read; null when
   * something has happened to any since.
   */
  abstract untouched(importId: string): Promise<UntouchedList | null>;

  /** The first `limit` recipients that wait, in the order of the list. */
  abstract waiting(importId: string, limit: number): Promise<WaitingRecipient[]>;

  /**
   * Writes down that the recipient's message is about to be handed over: only when the lease is held
   * and its epoch is the lane's, the pace allows it, the run is sending, the recipient waits and has not opted out.
   * Once committed, the message may be handed over, once.
   *
   * @throws ClaimRefused otherwise; nothing is written then
   */
  abstract claim(claim: Claim): Promise<void>;

  /**
   * Ends a flight: moves the recipient and writes down what is known of the attempt. False when the
   * flight had ended already; then nothing is written.
   */
  abstract land(flight: Flight, move: Move, news: AttemptNews): Promise<boolean>;

  /** As `land`, as a unit of its own, in the fewest round trips that the database can do it with. */
  abstract landAlone(flight: Flight, move: Move, news: AttemptNews): Promise<boolean>;

  /** Moves a recipient that is held, with the counters of its run. False when it was not as `entry` says. */
  abstract move(entry: Entry, move: Move): Promise<boolean>;

  /** Writes down what is now known of one attempt. */
  abstract note(messageId: string, news: AttemptNews): Promise<void>;

  /**
   * The recipient of a broadcast of one of these devices, held; null when there is none, or the broadcast
   * was never sent.
   */
  abstract hold(recipientId: number, scope: DeviceScope): Promise<Entry | null>;

  /** The attempt with this id and its recipient, held; null when there is none. */
  abstract holdByMessage(messageId: string): Promise<AttemptEntry | null>;

  /** The furthest that any attempt for this recipient is proven to have come. */
  abstract proofOf(entry: Pick<Entry, 'broadcastId' | 'recipientId'>): Promise<Proof | null>;

  /** Flights of the device's runs that have not ended. */
  abstract inFlight(deviceId: string): Promise<Flight[]>;

  /**
   * Ids of attempts of the device's runs, made at `since` or later, of which more may become known:
   * uncertain ones, and those that were not read yet. The latest first, at most `limit`.
   */
  abstract unsettled(deviceId: string, since: number, limit: number): Promise<string[]>;

  /** Forgets all attempts of a broadcast. */
  abstract forget(broadcastId: string): Promise<void>;

  /** Forgets where at most `limit` messages of a broadcast went, and answers how many they were. */
  abstract purgeAddresses(broadcastId: string, limit: number): Promise<number>;

  /** Forgets where the messages to one recipient went. */
  abstract eraseAddresses(broadcastId: string, recipientId: number): Promise<void>;
}
