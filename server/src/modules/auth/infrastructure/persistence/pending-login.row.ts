import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** A login that waits for a code. */
@Entity('pending_logins')
export class PendingLoginRow {
  @PrimaryColumn({ name: 'token_hash', ...varchar(64) })
  tokenHash!: string;

  @Index('ix_pending_logins_user')
  @Column({ name: 'user_id', ...uuid })
  userId!: string;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;
}
