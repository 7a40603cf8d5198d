import { Injectable, signal } from '@angular/core';
import type { ProblemError } from '../http/problem-error.js';

/** A request that waits until the person has shown again who they are. */
export interface AskedProof {
  /** Why it was refused. */
  readonly problem: ProblemError;
  /** Lets it go on, or gives it up. */
  readonly answer: (shown: boolean) => void;
}

/** Codes of refusals that a fresh proof does away with: given here, or at the dashboard around a frame. */
const WANTS_PROOF = new Set(['AUTH.STEP_UP_REQUIRED', 'AUTH.STEP_UP_AT_HOST']);

/** Whether a request was refused for want of a fresh proof alone: nothing of it has happened. */
export const wantsProof = ({ code }: ProblemError): boolean => WANTS_PROOF.has(code);

/**
 * Asks for a fresh proof, once for all requests that wait for it. Apart from the dialog because the HTTP
 * interceptor needs it and the dialog needs HTTP.
 */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private readonly question = signal<AskedProof | null>(null);
  private asking: Promise<boolean> | null = null;
  /** What is asked now; null: nothing. */
  readonly asked = this.question.asReadonly();

  /** Whether the person showed who they are, so that the request may be repeated. */
  async ask(problem: ProblemError): Promise<boolean> {
    this.asking ??= new Promise<boolean>((answer) => {
      this.question.set({ problem, answer });
    }).finally(() => {
      this.asking = null;
      this.question.set(null);
    });
    return this.asking;
  }
}
