import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { UserRepository } from '../../application/ports/user-repository.js';
import type { UserLink } from '../../domain/user-link.js';
import type { User } from '../../domain/user.js';
import { UserLinkRow } from './user-link.row.js';
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
    const row = await this.database.manager.findOneBy(UserRow, { id });
    return row && toUser(row);
  }

  async findByUsername(username: string): Promise<User | null> {
    const row = await this.database.manager.findOneBy(UserRow, { username });
    return row && toUser(row);
  }

  async findFirstActiveAdministrator(): Promise<User | null> {
    const people = await this.database.manager.find(UserRow, {
      where: { disabledAt: IsNull(), joinedAt: Not(IsNull()) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const found = people.find(({ roles }) => roles.includes('administrator'));
    return found ? toUser(found) : null;
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

  async holdEverybody(): Promise<User[]> {
    const query = this.database.manager.createQueryBuilder(UserRow, 'u').orderBy('u.username');
    // The embedded database runs one unit at a time and knows no lock of a row.
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return (await query.getMany()).map(toUser);
  }

  async list(): Promise<User[]> {
    const rows = await this.database.manager.find(UserRow, { order: { username: 'ASC' } });
    return rows.map(toUser);
  }

  async replace({ id, username: _, createdAt: __, roles, ...user }: User): Promise<void> {
    await this.database.manager.update(UserRow, { id }, { ...user, roles: [...roles] });
  }

  async putLink(link: UserLink): Promise<void> {
    await this.removeLinkOf(link.userId);
    await this.database.manager.insert(UserLinkRow, link);
  }

  async findLink(tokenHash: string, now: number): Promise<UserLink | null> {
    return this.database.manager.findOneBy(UserLinkRow, { tokenHash, expiresAt: MoreThan(now) });
  }

  async links(now: number): Promise<UserLink[]> {
    return this.database.manager.findBy(UserLinkRow, { expiresAt: MoreThan(now) });
  }

  async takeLink(tokenHash: string, now: number): Promise<boolean> {
    return this.database.compareAndSet(
      'DELETE FROM user_links WHERE token_hash = ? AND expires_at > ?',
      [tokenHash, now],
    );
  }

  async removeLinkOf(userId: string): Promise<void> {
    await this.database.manager.delete(UserLinkRow, { userId });
  }
}

function toRow(user: User): UserRow {
  return { ...user, roles: [...user.roles] };
}

function toUser(row: UserRow): User {
  const { id, username, displayName, passwordHash, roles, createdAt, joinedAt, disabledAt } = row;
  const devices = row.devices ?? [];
  return {
    id,
    username,
    displayName,
    passwordHash,
    roles,
    devices,
    createdAt,
    joinedAt,
    disabledAt,
  };
}
