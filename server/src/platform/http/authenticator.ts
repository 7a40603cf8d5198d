import type { Request } from 'express';
import type { Actor } from '../kernel/actor.js';
import type { Proof } from '../kernel/proof.js';

/** A login that holds at this moment. */
export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
  /** Whether the person must switch a second factor on before they may do anything else. */
  readonly owesSecondFactor: boolean;
  /** When the person last showed who they are. */
  readonly proof: Proof;
}

/** Says who calls. Declared here because the guard needs it, provided by the auth module. */
export abstract class Authenticator {
  /** The login that `request` carries; null when it carries none that holds. Counts as activity. */
  abstract authenticate(request: Request): Promise<SignedIn | null>;

  /** The login of this id while somebody watches without asking; null once it is over. Counts as activity. */
  abstract keepAlive(sessionId: string): Promise<SignedIn | null>;
}
