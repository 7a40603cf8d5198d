import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeviceGrant, Role } from '#contracts/user.contract.js';
import {
  json,
  moment,
  optionalJson,
  optionalMoment,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** A person who may log in. */
@Entity('users')
export class UserRow {
  @PrimaryColumn(uuid)
  id!: string;

  /** Lower case: names are compared without case. */
  @Index('uq_users_username', { unique: true })
  @Column(varchar(32))
  username!: string;

  @Column({ name: 'display_name', ...varchar(100) })
  displayName!: string;

  @Column({ name: 'password_hash', ...varchar(255) })
  passwordHash!: string;

  @Column(json)
  roles!: Role[];

  /** Null, of people from before there was a choice: none. */
  @Column(optionalJson)
  devices!: DeviceGrant | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'joined_at', ...optionalMoment })
  joinedAt!: number | null;

  @Column({ name: 'disabled_at', ...optionalMoment })
  disabledAt!: number | null;
}
