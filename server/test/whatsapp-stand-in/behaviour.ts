/** The version of the library whose questions this stand-in answers. */
export const LIBRARY_VERSION = '1.34.7';

/** What one send to one number does instead of arriving and being acknowledged. */
export type SendFault =
  /** The page throws before it has stored anything. */
  | 'throw'
  /** The message arrives, then the send rejects (seen with `waitUntilMsgSent`). */
  | 'throw-after'
  /** The call never ends and nothing leaves. */
  | 'hang'
  /** The call never ends although the message arrives and is acknowledged. */
  | 'hang-after'
  /** WhatsApp refuses: ack -1. */
  | 'refuse'
  /** Ack 0 for ever, nothing arrives until the page connects again. */
  | 'stuck'
  /** The message arrives, and nobody says so: ack 0 until `ack()` is called. */
  | 'silent';

/** How the page and the server behave; `configure()` changes it, the ugly defaults are on. */
export interface Behaviour {
  /** From linked (or restored) to synced, in ms. */
  syncMs: number;
  /** Hold the sync until the library listens; false plays the race in which `ready` never comes. */
  syncWaits: boolean;
  /** The page reloads itself right after it was linked. */
  reloadAfterPair: boolean;
  /** A number that was never looked up has no chat: 'No LID for user'. */
  requireLid: boolean;
  /** Whether chats have the number or the hidden id as their address. */
  addressing: 'pn' | 'lid';
  /** Whether the text of an own message's key ends in `_out`. */
  keyEnd: boolean;
  /** Property under which a message key carries its text. */
  keyShape: '_serialized' | '$1';
  /** The same of a number's or chat's id. */
  widShape: '_serialized' | '$1';
  /** Media models carry `__x_id`, and a message that carries it is refused. */
  mediaXId: boolean;
  /** Module names, or `Module.member`, that this page does not have. */
  missing: string[];
  /** The page itself asks for a message id between two steps of the library's send. */
  stealsNewId: boolean;
  /** After a scan the page asks for a passkey and never links. */
  passkey: boolean;
  /** Levels that follow an arrived message, in order. */
  acks: number[];
  /** Before each of them, in ms. */
  ackMs: number;
  /** Before the server answers whatever the page asks, in ms. */
  delayMs: number;
  /** Life of one QR, in ms. */
  refMs: number;
  /** How many there are until the page stops (UNPAIRED_IDLE). */
  refCount: number;
}

/** What a stand-in begins with. */
export const DEFAULT_BEHAVIOUR: Behaviour = {
  syncMs: 50,
  syncWaits: true,
  reloadAfterPair: false,
  requireLid: true,
  addressing: 'pn',
  keyEnd: true,
  keyShape: '_serialized',
  widShape: '_serialized',
  mediaXId: false,
  missing: [],
  stealsNewId: false,
  passkey: false,
  acks: [1, 2, 3],
  ackMs: 10,
  delayMs: 0,
  refMs: 20_000,
  refCount: 6,
};
