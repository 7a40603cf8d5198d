import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
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
    return toUser(await this.database.manager.findOneBy(UserRow, { id }));
  }

  async findByUsername(username: string): Promise<User | null> {
    return toUser(await this.database.manager.findOneBy(UserRow, { username }));
  }

  async findFirstActiveAdministrator(): Promise<User | null> {
    const people = await this.database.manager.find(UserRow, {
      where: { disabledAt: IsNull(), joinedAt: Not(IsNull()) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return toUser(people.find(({ roles }) => roles.includes('administrator')) ?? null);
  }

  async add(user: User): Promise<void> {
    await this.database.manager.insert(UserRow, toRow(user));
  }

  async addFirst(user: User): Promise<boolean> {
    // One statement: of two at the same moment MySQL makes one wait for, or start again after, the other.
    const added = await this.database.affectedBy(
      `INSERT INTO users (id, username, display_name, password_hash, roles, devices, created_at,
         joined_at, disabled_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM (SELECT 1 AS one) AS source
       WHERE NOT EXISTS (SELECT 1 FROM users)`,
      [
        user.id,
        user.username,
        user.displayName,
        user.passwordHash,
        JSON.stringify(user.roles),
        JSON.stringify(user.devices),
        user.createdAt,
        user.joinedAt,
        user.disabledAt,
      ],
    );
    return added === 1;
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.database.manager.update(UserRow, { id }, { passwordHash });
  }
}

function toRow(user: User): UserRow {
  return { ...user, roles: [...user.roles] };
}

const toUser = (row: UserRow | null): User | null => row && { ...row, devices: row.devices ?? [] };
