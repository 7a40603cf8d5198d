import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { AuditChainStore } from '../../application/ports/audit-chain-store.js';
import type { ChainEnd, StoredEntry } from '../../application/ports/audit-chain-store.js';

const NAME = 'book';

const COLUMNS = `id, seq, mac, at, actor_id AS actorId, actor, action, subject,
  subject_id AS subjectId, details`;

/** Triggers of the migration `AuditChain`. */
const GUARDS = ['tr_audit_entries_no_delete', 'tr_audit_entries_no_update'];

/** The chain in the database, past the ORM: what is verified is what is stored, not what it was made into. */
@Injectable()
export class SqlAuditChainStore extends AuditChainStore {
  constructor(private readonly database: Database) {
    super();
  }

  async end(lock: boolean): Promise<ChainEnd | null> {
    // On SQLite units run one at a time.
    const locking = lock && !this.database.isSqlite ? ' FOR UPDATE' : '';
    const [row] = await this.database.manager.query<ChainEnd[]>(
      `SELECT seq, mac, origin_id AS originId, origin_mac AS originMac, seal
       FROM audit_ends WHERE name = ?${locking}`,
      [NAME],
    );
    return row ?? null;
  }

  async begin({ seq, mac, originId, originMac, seal }: ChainEnd): Promise<boolean> {
    try {
      await this.database.manager.query(
        `INSERT INTO audit_ends (name, seq, mac, origin_id, origin_mac, seal)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [NAME, seq, mac, originId, originMac, seal],
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async advance(from: number, { seq, mac, seal }: ChainEnd): Promise<boolean> {
    return this.database.compareAndSet(
      'UPDATE audit_ends SET seq = ?, mac = ?, seal = ? WHERE name = ? AND seq = ?',
      [seq, mac, seal, NAME, from],
    );
  }

  async chained(afterSeq: number, limit: number): Promise<StoredEntry[]> {
    return this.entries('seq > ? ORDER BY seq, id', afterSeq, limit);
  }

  async unchained(afterId: number, limit: number): Promise<StoredEntry[]> {
    return this.entries('seq IS NULL AND id > ? ORDER BY id', afterId, limit);
  }

  async last(): Promise<StoredEntry | null> {
    const [entry] = await this.entries('seq > ? ORDER BY seq DESC', 0, 1);
    return entry ?? null;
  }

  async isGuarded(): Promise<boolean> {
    const sql = this.database.isSqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'trigger'"
      : 'SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE()';
    const rows = await this.database.manager.query<{ name: string }[]>(sql);
    if (GUARDS.every((guard) => rows.some(({ name }) => name === guard))) return true;
    // The running product's user has no right TRIGGER, and MySQL hides them from it.
    return (
      !this.database.isSqlite &&
      (await this.refuses('UPDATE audit_entries SET id = id')) &&
      (await this.refuses('DELETE FROM audit_entries'))
    );
  }

  /** Whether a server refuses to do this to the first entry. Where it does not, it is undone. */
  private async refuses(deed: string): Promise<boolean> {
    const { manager } = this.database;
    await manager.query('SAVEPOINT probe');
    try {
      await manager.query(`${deed} ORDER BY id LIMIT 1`);
      return false;
    } catch (error) {
      // Ours (SIGNAL), or the user lacks the right altogether.
      return /^ER_(SIGNAL_EXCEPTION|TABLEACCESS_DENIED_ERROR)$/u.test(
        (error as { code?: string }).code ?? '',
      );
    } finally {
      await manager.query('ROLLBACK TO SAVEPOINT probe');
    }
  }

  private async entries(where: string, place: number, limit: number): Promise<StoredEntry[]> {
    const rows = await this.database.manager.query<
      (Omit<StoredEntry, 'at'> & { readonly at: number | string })[]
    >(`SELECT ${COLUMNS} FROM audit_entries WHERE ${where} LIMIT ?`, [place, limit]);
    // Drivers hand 64-bit integers over as text.
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  }
}
