import type { FourEyesPolicy } from '#contracts/settings.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { Broadcast } from './broadcast.js';
import type { Person } from './editors.js';

/** As much of a broadcast as says who made it what it is. */
type Made = Pick<Broadcast, 'created' | 'editors'>;

/** Everybody who made the message what it is: its author and the last editor of each part, each once. */
export function makersOf({ created, editors }: Made): Person[] {
  const all = [{ id: created.byId, name: created.by }, ...Object.values(editors ?? {})];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/**
 * Whether the policy asks for four eyes.
 *
 * @param recipients how many are on the list, those who opted out too: what the list of messages shows
 */
export function asksForFourEyes({ mode, above }: FourEyesPolicy, recipients: number): boolean {
  return mode === 'always' || (mode === 'above' && recipients > above);
}

/** Whether a confirmation by this person is one by other eyes than made the message. */
export function isByOtherEyes(broadcast: Made, personId: string): boolean {
  return broadcast.editors !== null && makersOf(broadcast).every(({ id }) => id !== personId);
}

/**
 * Refuses a Konfirmasi by somebody who made the message what it is: BROADCAST.FOUR_EYES, and
 * BROADCAST.EDITORS_UNKNOWN where nobody can say who did.
 */
export function assertMayConfirm(
  broadcast: Made,
  { policy, recipients, personId }: FourEyesQuestion,
): void {
  if (!asksForFourEyes(policy, recipients) || isByOtherEyes(broadcast, personId)) return;
  throw new DomainError(
    broadcast.editors === null ? 'BROADCAST.EDITORS_UNKNOWN' : 'BROADCAST.FOUR_EYES',
  );
}

/** Whether it was confirmed by somebody whom the policy as it is now would not let confirm. */
export function isConfirmationLost(
  broadcast: Made & Pick<Broadcast, 'confirmation'>,
  policy: FourEyesPolicy,
  recipients: number,
): boolean {
  const { confirmation } = broadcast;
  if (!confirmation || !asksForFourEyes(policy, recipients)) return false;
  return !isByOtherEyes(broadcast, confirmation.byId);
}

/** What a confirmation is judged by. */
export interface FourEyesQuestion {
  readonly policy: FourEyesPolicy;
  readonly recipients: number;
  /** Who confirms, or did. */
  readonly personId: string;
}
