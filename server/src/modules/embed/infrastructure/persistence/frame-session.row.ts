import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#contracts/user.contract.js';
import {
  json,
  moment,
  optionalJson,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** Somebody in a frame. */
@Entity('embed_sessions')
export class FrameSessionRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column({ name: 'person_id', ...uuid })
  personId!: string;

  @Index('ix_embed_sessions_host')
  @Column({ name: 'host_id', ...uuid })
  hostId!: string;

  @Column({ name: 'host_session', ...optionalVarchar(200) })
  hostSession!: string | null;

  @Column(json)
  roles!: Role[];

  @Column({ name: 'device_ids', ...optionalJson })
  deviceIds!: string[] | null;

  @Column(varchar(200))
  origin!: string;

  @Column({ name: 'proved_at', ...optionalMoment })
  provedAt!: number | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'last_seen_at', ...moment })
  lastSeenAt!: number;

  @Column({ name: 'access_until', ...moment })
  accessUntil!: number;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;

  /** SHA-256 of the code that the page was delivered with; null once it was used. */
  @Index('uq_embed_sessions_entry', { unique: true })
  @Column({ name: 'entry_hash', ...optionalVarchar(64) })
  entryHash!: string | null;

  @Column({ name: 'entry_until', ...moment })
  entryUntil!: number;
}

/** What a frame calls us with, by its SHA-256. */
@Entity('embed_accesses')
export class FrameAccessRow {
  @PrimaryColumn({ name: 'token_hash', ...varchar(64) })
  tokenHash!: string;

  @Index('ix_embed_accesses_session')
  @Column({ name: 'session_id', ...uuid })
  sessionId!: string;

  @Column(moment)
  until!: number;
}
