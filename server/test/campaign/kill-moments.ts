import type { LedgerWatch } from './ledger-watch.js';

/**
 * When the server is killed: at any moment; when a message is claimed and the network does not have it;
 * when the network has it and the server has not written that down; or right after it has.
 */
export const MOMENTS = ['random', 'claimed', 'handed-over', 'recorded'] as const;

/** One of `MOMENTS`. */
export type Moment = (typeof MOMENTS)[number];

/** What a moment is recognised by, read from outside of the server. */
export interface Sight {
  readonly ledger: LedgerWatch;
  /** Ids of the messages that the network has. */
  readonly arrived: () => ReadonlySet<string>;
}

/** A life of the server lasts for so many messages at least, so that something can go wrong. */
const MESSAGES_OF_A_LIFE = 2;

const LONGEST_LINGER_MS = 400;

/** A run that is paused or over brings no further moments. */
const PATIENCE_MS = 8_000;

/** Waits for the moment; false when it did not come, since nothing is sent any more. */
export async function waitFor(moment: Moment, sight: Sight): Promise<boolean> {
  const before = sight.ledger.recorded();
  const under = await until(() => sight.ledger.recorded() >= before + MESSAGES_OF_A_LIFE);
  if (!under) return false;
  if (moment === 'random') {
    await pause(Math.random() * LONGEST_LINGER_MS);
    return true;
  }
  return until(recogniserOf(moment, sight));
}

function recogniserOf(moment: Exclude<Moment, 'random'>, { ledger, arrived }: Sight) {
  if (moment === 'recorded') {
    const before = ledger.recorded();
    return () => ledger.recorded() > before;
  }
  return () => {
    const flights = ledger.inFlight();
    const got = arrived();
    return flights.some((messageId) => got.has(messageId) === (moment === 'handed-over'));
  };
}

async function until(holds: () => boolean): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > deadline) return false;
    await pause(1);
  }
  return true;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
