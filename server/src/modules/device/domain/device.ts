import type { EngineKind, SessionState } from '#contracts/device.contract.js';

/** How the session of a device stands. Moments are milliseconds since the epoch. */
export interface Session {
  readonly state: SessionState;
  /** Stable code of why, where a state has a why (see `session-machine.ts`); null otherwise. */
  readonly reason: string | null;
  /** Since when it is in `state`. */
  readonly stateSince: number;
  /** When its phone linked it; null while no phone has, or no longer. */
  readonly linkedAt: number | null;
}

/** A WhatsApp number of the module, with its session. */
export interface Device extends Session {
  readonly id: string;
  /** As people call it, e.g. "Poli Anak". */
  readonly name: string;
  /** E.164. Unique among devices that are not removed. */
  readonly phone: string;
  readonly engine: EngineKind;
  readonly createdAt: number;
  /** Name of the person who added it. */
  readonly createdBy: string;
  /** When Hapus Koneksi removed it; it stays for the history of its broadcasts. */
  readonly removedAt: number | null;
}

/** The session of a device that no phone has linked yet. */
export const unlinkedSession = (at: number): Session => ({
  state: 'unlinked',
  reason: null,
  stateSince: at,
  linkedAt: null,
});
