import { Column, Entity, PrimaryColumn } from 'typeorm';
import { counter, moment, varchar } from '../../../../platform/database/columns.js';

const momentFromZero = { ...moment, default: 0 } as const;

/** What the rules that protect a number remember of it, beyond the life of its devices. */
@Entity('number_tallies')
export class NumberTallyRow {
  @PrimaryColumn(varchar(16))
  phone!: string;

  /** Day in Jakarta that `sent` counts, as `dayOf` numbers them. */
  @Column(counter)
  day!: number;

  @Column(counter)
  sent!: number;

  /** Steps of the warm-up that were done before that day. */
  @Column(counter)
  warmed!: number;

  @Column({ name: 'since_pause', ...counter })
  sincePause!: number;

  @Column({ name: 'last_at', ...momentFromZero })
  lastAt!: number;

  @Column({ name: 'rest_until', ...momentFromZero })
  restUntil!: number;

  /** The latest hand-overs, the newest last: `1` accepted, `0` not. */
  @Column(varchar(100))
  recent!: string;
}
