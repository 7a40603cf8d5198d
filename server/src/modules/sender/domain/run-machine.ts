import type { RunView } from '#contracts/broadcast.contract.js';

/** What the sending of a broadcast is doing. */
export type RunState = RunView['state'];

/** What can happen to the sending of a broadcast. `finish`: nobody waits and nobody is in flight. */
export type RunHappening = 'pause' | 'resume' | 'cancel' | 'finish' | 'resend';

/**
 * The machine of a run. `finish` also ends a paused one: its last recipient was in flight when it was
 * paused. `resend` changes nothing while it is still under way; a cancelled run stays cancelled.
 */
export const RUN_STEPS: Readonly<
  Record<RunHappening, Partial<Readonly<Record<RunState, RunState>>>>
> = {
  pause: { sending: 'paused' },
  resume: { paused: 'sending' },
  cancel: { sending: 'cancelled', paused: 'cancelled' },
  finish: { sending: 'finished', paused: 'finished' },
  resend: { sending: 'sending', paused: 'paused', finished: 'sending' },
};

/** The state that follows, or null when `happening` is not allowed in `state`. */
export function runStep(state: RunState, happening: RunHappening): RunState | null {
  return RUN_STEPS[happening][state] ?? null;
}

/** Whether the broadcast may neither be edited nor deleted now. */
export const isActive = (state: RunState): boolean => state === 'sending' || state === 'paused';
