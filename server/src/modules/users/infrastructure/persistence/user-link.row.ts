import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UserLinkKind } from '#contracts/user.contract.js';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** A one-time link that was given and not used yet. */
@Entity('user_links')
export class UserLinkRow {
  @PrimaryColumn({ name: 'user_id', ...uuid })
  userId!: string;

  @Column(varchar(16))
  kind!: UserLinkKind;

  @Index('uq_user_links_token', { unique: true })
  @Column({ name: 'token_hash', ...varchar(64) })
  tokenHash!: string;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;
}
