import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { FramedPeople } from '../../application/ports/framed-people.js';
import type { FramedPerson } from '../../domain/framed-person.js';
import { FramedPersonRow } from './framed-person.row.js';

/** People whom hosts send, in the database. */
@Injectable()
export class TypeOrmFramedPeople extends FramedPeople {
  constructor(private readonly database: Database) {
    super();
  }

  async welcome(person: FramedPerson): Promise<FramedPerson> {
    if (!(await this.greet(person))) {
      try {
        await this.database.manager.insert(FramedPersonRow, person);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await this.greet(person);
      }
    }
    const { issuer, subject } = person;
    const found = await this.database.manager.findOne(FramedPersonRow, {
      where: { issuer, subject },
      // Only a locking read sees whom another unit has let in since this one began.
      ...(!this.database.isSqlite && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!found) throw new Error('A person who was just welcomed is not there');
    return found;
  }

  async find(id: string): Promise<FramedPerson | null> {
    return this.database.manager.findOneBy(FramedPersonRow, { id });
  }

  async findBySubject(issuer: string, subject: string): Promise<FramedPerson | null> {
    return this.database.manager.findOneBy(FramedPersonRow, { issuer, subject });
  }

  private async greet({ issuer, subject, name, lastSeenAt }: FramedPerson): Promise<boolean> {
    const sql =
      'UPDATE embed_people SET name = ?, last_seen_at = ? WHERE issuer = ? AND subject = ?';
    return (await this.database.affectedBy(sql, [name, lastSeenAt, issuer, subject])) > 0;
  }
}
