import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { EmbedHosts } from '../../application/ports/embed-hosts.js';
import type { EmbedHost } from '../../domain/embed-host.js';
import type { EmbedKey } from '../../domain/embed-key.js';
import { EmbedHostRow, EmbedKeyRow } from './embed-host.row.js';

/** Hosts and their keys in the database. */
@Injectable()
export class TypeOrmEmbedHosts extends EmbedHosts {
  constructor(private readonly database: Database) {
    super();
  }

  async list(): Promise<EmbedHost[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return (await this.database.manager.find(EmbedHostRow, { order })).map(toHost);
  }

  async find(id: string): Promise<EmbedHost | null> {
    const row = await this.database.manager.findOneBy(EmbedHostRow, { id });
    return row && toHost(row);
  }

  async add(host: EmbedHost): Promise<boolean> {
    return unlessTaken(() => this.database.manager.insert(EmbedHostRow, toRow(host)));
  }

  async change(host: EmbedHost): Promise<boolean> {
    const { id, ...values } = toRow(host);
    return unlessTaken(() => this.database.manager.update(EmbedHostRow, { id }, values));
  }

  async remove(id: string): Promise<void> {
    await this.database.manager.delete(EmbedKeyRow, { hostId: id });
    await this.database.manager.delete(EmbedHostRow, { id });
  }

  async keys(): Promise<EmbedKey[]> {
    return this.database.manager.find(EmbedKeyRow, { order: { createdAt: 'ASC', kid: 'ASC' } });
  }

  async findKey(kid: string): Promise<EmbedKey | null> {
    return this.database.manager.findOneBy(EmbedKeyRow, { kid });
  }

  async addKey(key: EmbedKey): Promise<void> {
    await this.database.manager.insert(EmbedKeyRow, key);
  }

  async retireKey(hostId: string, kid: string, at: number): Promise<boolean> {
    return this.database.compareAndSet(
      'UPDATE embed_keys SET retired_at = ? WHERE kid = ? AND host_id = ? AND retired_at IS NULL',
      [at, kid, hostId],
    );
  }

  async touchKey(kid: string, at: number): Promise<void> {
    const live = { kid, retiredAt: IsNull() };
    await this.database.manager.update(EmbedKeyRow, live, { lastUsedAt: at });
  }
}

async function unlessTaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

const toHost = ({ isOpen, ...row }: EmbedHostRow): EmbedHost => ({ ...row, isOpen: isOpen === 1 });

const toRow = (host: EmbedHost): EmbedHostRow => ({
  ...host,
  origins: [...host.origins],
  roles: [...host.roles],
  deviceIds: host.deviceIds && [...host.deviceIds],
  isOpen: host.isOpen ? 1 : 0,
});
