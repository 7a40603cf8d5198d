import type { Role } from '#contracts/user.contract.js';

/** A dashboard that may show us in a frame. */
export interface EmbedHost {
  readonly id: string;
  /** As people know it; stands behind the names of those who come from there. */
  readonly name: string;
  /** `iss` of its tokens; no two hosts share one. */
  readonly issuer: string;
  /** Where its pages are, exactly. */
  readonly origins: readonly string[];
  /** Roles that it may give. */
  readonly roles: readonly Role[];
  /** Devices that it may give the use of; null: all. */
  readonly deviceIds: readonly string[] | null;
  /** Whether it may open frames. */
  readonly isOpen: boolean;
  /** Tokens signed before this moment count no more; null: none was called back. */
  readonly revokedBefore: number | null;
  readonly createdAt: number;
}
