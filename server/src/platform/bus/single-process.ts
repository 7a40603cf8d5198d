import { randomUUID } from 'node:crypto';
import type { Question } from './process-bus.js';
import { NoAnswer, ProcessBus } from './process-bus.js';

/** An installation of one process: there is nobody to talk to. */
export class SingleProcess extends ProcessBus {
  readonly self: string = randomUUID();
  readonly reachesOthers = false;

  subscribe(): void {
    // Nobody will ever say anything.
  }

  onMissed(): void {
    // Nothing can be missed.
  }

  publish(): void {
    // Nobody would hear it.
  }

  answer(): void {
    // Nobody will ever ask.
  }

  ask<Q, A>(process: string, question: Question<Q, A>): Promise<A> {
    return Promise.reject(new NoAnswer(question.name, `there is no process ${process}`));
  }
}
