import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import type { TableColumnOptions } from 'typeorm';

const count = (name: string): TableColumnOptions => ({ name, type: 'integer', default: 0 });
const moment = (name: string): TableColumnOptions => ({ name, type: 'bigint', default: 0 });

/** What the rules that protect a number remember of it. */
export class NumberTallies1763955000000 implements MigrationInterface {
  readonly name = 'NumberTallies1763955000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'number_tallies',
        columns: [
          { name: 'phone', type: 'varchar', length: '16', isPrimary: true },
          count('day'),
          count('sent'),
          count('warmed'),
          count('since_pause'),
          moment('last_at'),
          moment('rest_until'),
          { name: 'recent', type: 'varchar', length: '100' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('number_tallies');
  }
}
