import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, optionalVarchar, uuid, varchar } from '../../../../platform/database/columns.js';

/** A login. The token itself is only in the browser; here is its SHA-256. */
@Entity('sessions')
export class SessionRow {
  @PrimaryColumn({ name: 'token_hash', ...varchar(64) })
  tokenHash!: string;

  @Index('uq_sessions_id', { unique: true })
  @Column(uuid)
  id!: string;

  @Index('ix_sessions_user')
  @Column({ name: 'user_id', ...uuid })
  userId!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'last_seen_at', ...moment })
  lastSeenAt!: number;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;

  @Column({ name: 'proved_at', ...moment })
  provedAt!: number;

  @Column(optionalVarchar(20))
  browser!: string | null;

  @Column(optionalVarchar(20))
  system!: string | null;
}
