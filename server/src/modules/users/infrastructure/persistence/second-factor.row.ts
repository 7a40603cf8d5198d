import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** The second factor of a person. */
@Entity('second_factors')
export class SecondFactorRow {
  @PrimaryColumn({ name: 'user_id', ...uuid })
  userId!: string;

  /** AES-256-GCM with a key of the installation, in base64. */
  @Column({ name: 'sealed_secret', ...varchar(255) })
  sealedSecret!: string;

  /** 30 seconds since the epoch each. */
  @Column({ name: 'last_step', ...moment })
  lastStep!: number;

  @Column(moment)
  since!: number;
}

/** A recovery code that was not used yet, by its SHA-256. */
@Entity('recovery_codes')
export class RecoveryCodeRow {
  @PrimaryColumn({ name: 'user_id', ...uuid })
  userId!: string;

  @PrimaryColumn({ name: 'code_hash', ...varchar(64) })
  codeHash!: string;
}
