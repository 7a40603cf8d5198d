import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { UserRepository } from '../../application/ports/user-repository.js';
import type { User } from '../../domain/user.js';
import { UserRow } from './user.row.js';

/** People in the database. */
@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async count(): Promise<number> {
    return this.database.manager.count(UserRow);
  }

  async findById(id: string): Promise<User | null> {
    return this.database.manager.findOneBy(UserRow, { id });
  }

  async findByUsername(username: string): Promise<User | null> {
    return this.database.manager.findOneBy(UserRow, { username });
  }

  async findFirstActiveAdministrator(): Promise<User | null> {
    const people = await this.database.manager.find(UserRow, {
      where: { disabledAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return people.find(({ roles }) => roles.includes('administrator')) ?? null;
  }

  async add(user: User): Promise<void> {
    await this.database.manager.insert(UserRow, { ...user, roles: [...user.roles] });
  }

  async addFirst(user: User): Promise<boolean> {
    // One statement: of two at the same moment MySQL makes one wait for, or start again after, the other.
    const added = await this.database.affectedBy(
      `INSERT INTO users (id, username, display_name, password_hash, roles, created_at, disabled_at)
       SELECT ?, ?, ?, ?, ?, ?, ? FROM (SELECT 1 AS one) AS source
       WHERE NOT EXISTS (SELECT 1 FROM users)`,
      [
        user.id,
        user.username,
        user.displayName,
        user.passwordHash,
        JSON.stringify(user.roles),
        user.createdAt,
        user.disabledAt,
      ],
    );
    return added === 1;
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.database.manager.update(UserRow, { id }, { passwordHash });
  }
}
