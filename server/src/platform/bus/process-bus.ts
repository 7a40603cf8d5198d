import type * as z from 'zod';

/** A kind of message between processes: its name on the wire and what it must look like. */
export interface Topic<M> {
  readonly name: string;
  readonly schema: z.ZodType<M>;
}

/** A kind of question: its topic, and what an answer must look like. */
export interface Question<Q, A> {
  readonly name: string;
  readonly schema: z.ZodType<Q>;
  readonly answer: z.ZodType<A>;
}

/** Nobody answered: the process is not there, is too slow, or failed. What it did is not known. */
export class NoAnswer extends Error {
  constructor(question: string, why: string, options?: ErrorOptions) {
    super(`No answer to ${question}: ${why}`, options);
  }
}

/**
 * Talk between the processes of one installation. Nothing of it is kept or repeated: whatever must
 * survive is in the database, and who was not there reads it from there.
 */
export abstract class ProcessBus {
  /** Name of this process on the bus, other after every start. */
  abstract readonly self: string;

  /** Whether other processes can be asked at all. */
  abstract readonly reachesOthers: boolean;

  /** Hears messages of the other processes. */
  abstract subscribe<M>(topic: Topic<M>, hear: (message: M) => void): void;

  /**
   * Hears that messages may have been missed: those of others while this process could not be reached, or
   * this one's own while it could reach nobody. Whoever shows what they told has to read it anew.
   */
  abstract onMissed(hear: () => void): void;

  /** Tells all other processes. Never fails: what cannot be told is logged and lost. */
  abstract publish<M>(topic: Topic<M>, message: M): void;

  /** Answers questions of other processes. A rejection reaches them as `NoAnswer`. */
  abstract answer<Q, A>(question: Question<Q, A>, reply: (asked: Q) => Promise<A>): void;

  /**
   * Asks one process, by its name.
   *
   * @param patience in milliseconds
   * @throws NoAnswer
   */
  abstract ask<Q, A>(
    process: string,
    question: Question<Q, A>,
    asked: Q,
    patience: number,
  ): Promise<A>;
}
