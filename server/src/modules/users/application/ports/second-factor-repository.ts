import type { SecondFactor } from '../../domain/second-factor.js';

/** Second factors of people and their recovery codes. Every call runs in the caller's unit of work. */
export abstract class SecondFactorRepository {
  abstract find(userId: string): Promise<SecondFactor | null>;

  /** Who has one. */
  abstract owners(): Promise<ReadonlySet<string>>;

  /** Adds one. False, and nothing is added, when the person has one already: of many at once one wins. */
  abstract add(factor: SecondFactor): Promise<boolean>;

  /** Uses a step up: false when it, or a later one, was used before. Of many at once one wins. */
  abstract useStep(userId: string, step: number): Promise<boolean>;

  /** Takes it away, with its recovery codes. False when there is none. */
  abstract remove(userId: string): Promise<boolean>;

  /** Puts these in place of all recovery codes of the person. */
  abstract replaceRecoveryCodes(userId: string, hashes: readonly string[]): Promise<void>;

  /** Uses a recovery code up: false when there is none such. Of many at once one wins. */
  abstract takeRecoveryCode(userId: string, hash: string): Promise<boolean>;

  abstract countRecoveryCodes(userId: string): Promise<number>;
}
