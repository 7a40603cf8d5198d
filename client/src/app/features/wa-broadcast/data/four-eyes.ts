import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { Me } from '#contracts/user.contract.js';

/**
 * Whose Konfirmasi a message waits for under four eyes: that of `me` or of others (`mine`), of others than `me`, who made
 * it (`others`), or of nobody, since it was not written down who changed it (`unknown`).
 */
export type AwaitedEyes = 'mine' | 'others' | 'unknown';

/** Null when it waits for nobody, or the policy does not ask for four eyes. */
export function awaitedEyes(
  { status, fourEyes }: Pick<BroadcastView, 'status' | 'fourEyes'>,
  me: Pick<Me, 'id'> | null,
): AwaitedEyes | null {
  if (!fourEyes || (status !== 'draft' && !fourEyes.confirmationLost)) return null;
  if (fourEyes.editorsUnknown) return 'unknown';
  return fourEyes.makers.some(({ id }) => id === me?.id) ? 'others' : 'mine';
}

/** Whether it can be sent as it stands: confirmed, and by eyes that will do now. */
export function isSendable({
  status,
  fourEyes,
}: Pick<BroadcastView, 'status' | 'fourEyes'>): boolean {
  return status === 'confirmed' && fourEyes?.confirmationLost !== true;
}
