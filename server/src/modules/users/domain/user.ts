import type { Role } from '#contracts/user.contract.js';

/** A person who may log in. */
export interface User {
  readonly id: string;
  /** Lower case: names are compared without case. */
  readonly username: string;
  readonly displayName: string;
  /** PHC string; never leaves the server. */
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When this person was shut out; null: may log in. */
  readonly disabledAt: number | null;
}

/** Whether this person may log in and act. */
export const isActive = (user: User): boolean => user.disabledAt === null;
