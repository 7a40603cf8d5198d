import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EmbedAlgorithm } from '#contracts/embed.contract.js';
import type { Role } from '#contracts/user.contract.js';
import {
  counter,
  json,
  moment,
  optionalJson,
  optionalMoment,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** A dashboard that may show us in a frame. */
@Entity('embed_hosts')
export class EmbedHostRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(30))
  name!: string;

  @Index('uq_embed_hosts_issuer', { unique: true })
  @Column(varchar(200))
  issuer!: string;

  @Column(json)
  origins!: string[];

  @Column(json)
  roles!: Role[];

  @Column({ name: 'device_ids', ...optionalJson })
  deviceIds!: string[] | null;

  /** 1 or 0. */
  @Column({ name: 'is_open', ...counter })
  isOpen!: number;

  @Column({ name: 'revoked_before', ...optionalMoment })
  revokedBefore!: number | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;
}

/** A key of a host: what is public as PEM, a secret sealed. */
@Entity('embed_keys')
export class EmbedKeyRow {
  @PrimaryColumn(varchar(64))
  kid!: string;

  @Index('ix_embed_keys_host')
  @Column({ name: 'host_id', ...uuid })
  hostId!: string;

  @Column(varchar(8))
  algorithm!: EmbedAlgorithm;

  @Column(varchar(2000))
  material!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'last_used_at', ...optionalMoment })
  lastUsedAt!: number | null;

  @Column({ name: 'retired_at', ...optionalMoment })
  retiredAt!: number | null;
}
