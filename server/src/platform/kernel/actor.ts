import type { Permission } from '#contracts/user.contract.js';

/** The person on whose behalf something is done. */
export interface Actor {
  readonly id: string;
  /** Name as screens, history and audit show it. */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}
