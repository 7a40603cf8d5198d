import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** A person whom a host sends. No account: there is no way in but through the host. */
@Entity('embed_people')
@Index('uq_embed_people_subject', ['issuer', 'subject'], { unique: true })
export class FramedPersonRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(200))
  issuer!: string;

  @Column(varchar(200))
  subject!: string;

  @Column(varchar(100))
  name!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'last_seen_at', ...moment })
  lastSeenAt!: number;
}

/** A token that was used up: the SHA-256 of its issuer and its `jti`. */
@Entity('embed_used_tokens')
export class UsedTokenRow {
  @PrimaryColumn(varchar(64))
  fingerprint!: string;

  @Index('ix_embed_used_tokens_until')
  @Column(moment)
  until!: number;
}
