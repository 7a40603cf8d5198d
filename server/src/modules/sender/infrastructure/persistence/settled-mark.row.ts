import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, varchar } from '../../../../platform/database/columns.js';

/**
 * A mark of a hand-over that needs no attempt in the database any more: the id of a broadcast that was
 * deleted, or of a message that was found after a restore and whose recipients were doubted.
 */
@Entity('settled_marks')
export class SettledMarkRow {
  @PrimaryColumn(varchar(64))
  mark!: string;

  @Column(moment)
  at!: number;
}
