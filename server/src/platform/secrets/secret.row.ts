import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, varchar } from '../database/columns.js';

/** The one secret of an installation, from which its keys are derived: `InstallationSecrets`. */
@Entity('installation_secrets')
export class SecretRow {
  @PrimaryColumn(varchar(32))
  name!: string;

  /** 32 random bytes in hexadecimal. */
  @Column(varchar(64))
  value!: string;

  /** What the keys made of the word "check", in hexadecimal: says whether SECRET_KEY is still the same. */
  @Column(varchar(64))
  fingerprint!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;
}
