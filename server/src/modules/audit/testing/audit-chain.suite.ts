import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../platform/database/database.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { AppendEntry } from '../application/append-entry.js';
import type { AuditFinding } from '../application/audit-findings.js';
import type { AuditLog } from '../application/audit-log.js';
import { AuditSeal } from '../application/audit-seal.js';
import { AuditNotes } from '../application/ports/audit-notes.js';
import type { SignedNote } from '../application/ports/audit-notes.js';
import { RecordingAuditLog } from '../application/recording-audit-log.js';
import { VerifyAudit } from '../application/verify-audit.js';
import { SqlAuditChainStore } from '../infrastructure/persistence/sql-audit-chain-store.js';
import { TypeOrmAuditEntryRepository } from '../infrastructure/persistence/typeorm-audit-entry-repository.js';

/** A database with the rows of the audit, which others can open as well. */
export interface AuditChainSubject {
  readonly database: Database;
  /** Another connection to the same database, as another process has. Null where there is only one. */
  readonly another: (() => Promise<Database>) | null;
  readonly close: () => Promise<void>;
}

const keys = (name: string) => ({ key: () => Buffer.from(name.padEnd(32, '.')) });
const PERSON = { id: 'p', name: 'Ibu Sari' };

class NotesInMemory extends AuditNotes {
  readonly lines: (SignedNote | null)[] = [];

  add(note: SignedNote): Promise<void> {
    this.lines.push(note);
    return Promise.resolve();
  }

  all(): Promise<(SignedNote | null)[]> {
    return Promise.resolve(this.lines);
  }
}

/** The chain on every database: what breaks it is named, and nothing else. */
export function describeAuditChain(name: string, open: () => Promise<AuditChainSubject>): void {
  describe(`the chain of the audit on ${name}`, () => {
    let subject: AuditChainSubject;
    let database: Database;
    let notes: NotesInMemory;
    const seal = new AuditSeal(keys('ours'));
    const clock = new FakeClock();

    beforeEach(async () => {
      subject = await open();
      database = subject.database;
      notes = new NotesInMemory();
    });
    afterEach(() => subject.close());

    const logOn = (on: Database): AuditLog => {
      const [store, entries] = [new SqlAuditChainStore(on), new TypeOrmAuditEntryRepository(on)];
      return new RecordingAuditLog(on, new AppendEntry(store, entries, seal), clock);
    };
    const write = async (count: number, action = 'device.add', on = database): Promise<void> => {
      const log = logOn(on);
      for (let at = 0; at < count; at++) {
        clock.advance(1_000).catch(() => undefined);
        const deed = {
          action,
          subject: 'device',
          subjectId: String(at),
          details: { a: 'é😀', n: 1 },
        };
        await on.run(() => log.record(PERSON, deed));
      }
    };
    const verify = (more: { seq: number; mac: string }[] = [], by = seal) =>
      new VerifyAudit(database, new SqlAuditChainStore(database), notes, by).run(more);
    const found = async (): Promise<readonly AuditFinding[]> => (await verify()).findings;
    const change = (sql: string) => database.run(() => database.affectedBy(sql, []));
    /** As a database administrator would. */
    const tamper = async (...statements: readonly string[]): Promise<void> => {
      for (const deed of ['update', 'delete']) {
        await database.dataSource.query(`DROP TRIGGER IF EXISTS tr_audit_entries_no_${deed}`);
      }
      for (const sql of statements) await change(sql);
    };
    const idAt = async (seq: number): Promise<number> => {
      const sql = 'SELECT id FROM audit_entries WHERE seq = ?';
      const rows = await database.dataSource.query<{ id: number }[]>(sql, [seq]);
      return rows[0]?.id ?? 0;
    };
    const insertPast = (seq: string) =>
      `INSERT INTO audit_entries (at, actor_id, actor, action, subject, subject_id, details, seq, mac)
       SELECT at, actor_id, actor, action, subject, subject_id, details, ${seq}, NULL
       FROM audit_entries WHERE seq = 1`;

    it('is whole as it was written, and tells where it ends', async () => {
      expect(await verify()).toMatchObject({ entries: 0, end: null, findings: [] });
      await write(5);
      const verdict = await verify();
      expect(verdict).toMatchObject({ entries: 5, older: 0, isGuarded: true, findings: [] });
      expect(await verify(verdict.end ? [verdict.end] : [])).toMatchObject({
        notes: 1,
        findings: [],
      });
    });

    it('is written in the unit of the deed, with it or not at all', async () => {
      const log = logOn(database);
      const deed = { action: 'device.add', subject: 'device', subjectId: '1' };
      const failing = database.run(async () => {
        await log.record(PERSON, deed);
        throw new Error('the deed failed');
      });
      await expect(failing).rejects.toThrow('the deed failed');
      await database.run(async () => {
        await log.record(PERSON, deed);
        await log.record(PERSON, deed);
      });
      expect(await verify()).toMatchObject({ entries: 2, findings: [] });
    });

    it('covers the entries that are older than it as a whole', async () => {
      await write(1);
      await tamper(
        insertPast('NULL'),
        'DELETE FROM audit_ends',
        'DELETE FROM audit_entries WHERE seq = 1',
      );
      expect(await verify()).toMatchObject({ entries: 0, older: 1, findings: [] });
      await write(2);
      expect(await verify()).toMatchObject({ entries: 2, older: 1, findings: [] });
      await tamper("UPDATE audit_entries SET actor = 'x' WHERE seq IS NULL");
      expect(await found()).toEqual([{ kind: 'before-chain' }]);
    });

    it.each([
      ['UPDATE', "UPDATE audit_entries SET actor = 'x'"],
      ['DELETE', 'DELETE FROM audit_entries'],
    ])('stands in a table that refuses %s', async (_, sql) => {
      await write(1);
      await expect(change(sql)).rejects.toThrow('only ever added to');
      expect(await verify()).toMatchObject({ entries: 1, findings: [] });
      await tamper();
      expect((await verify()).isGuarded).toBe(false);
    });

    it.each(['at = at + 1', "actor = 'x'", "actor_id = 'x'", "details = '{}'", "mac = 'x'"])(
      'names the entry that was altered: %s',
      async (assignment) => {
        await write(5);
        await tamper(`UPDATE audit_entries SET ${assignment} WHERE seq = 3`);
        expect(await found()).toEqual([{ kind: 'altered', seq: 3, id: await idAt(3) }]);
      },
    );

    it('names the entries that were removed', async () => {
      await write(6);
      await tamper('DELETE FROM audit_entries WHERE seq IN (1, 3, 4)');
      expect(await found()).toEqual([
        { kind: 'removed', from: 1, to: 1 },
        { kind: 'removed', from: 3, to: 4 },
      ]);
    });

    it('names entries that the product did not write', async () => {
      await write(3);
      await tamper(insertPast('NULL'), insertPast('4'));
      const kinds = (await found()).map(({ kind }) => kind);
      expect(kinds).toEqual(['inserted', 'inserted']);
    });

    it('names entries that changed places', async () => {
      await write(4);
      await tamper(
        'UPDATE audit_entries SET seq = -2 WHERE seq = 2',
        'UPDATE audit_entries SET seq = 2 WHERE seq = 3',
        'UPDATE audit_entries SET seq = 3 WHERE seq = -2',
      );
      expect(await found()).toContainEqual({ kind: 'reordered', seq: 3, id: await idAt(3) });
    });

    it('misses a tail that was cut off, also when its end was set back and the book went on', async () => {
      await write(5);
      await tamper('DELETE FROM audit_entries WHERE seq > 3');
      expect(await found()).toEqual([{ kind: 'removed', from: 4, to: 5 }]);
      await tamper(
        'UPDATE audit_ends SET seq = 3, mac = (SELECT mac FROM audit_entries WHERE seq = 3)',
      );
      expect(await found()).toEqual([{ kind: 'end', seq: null }]);
      await write(2);
      expect(await found()).toEqual([{ kind: 'end', seq: 4 }]);
    });

    it('misses its end when that was removed, and goes on so that it stays known', async () => {
      await write(3);
      await tamper('DELETE FROM audit_ends');
      expect((await found()).map(({ kind }) => kind)).toContain('end');
      await write(1);
      expect(await found()).toEqual([{ kind: 'end', seq: 4 }]);
    });

    it('is compared with what was noted outside: an older copy of it is not taken for it', async () => {
      await write(3);
      const older = await verify();
      await write(2);
      const noted = { at: clock.now(), ...((await verify()).end ?? { seq: 0, mac: '' }) };
      await notes.add({ ...noted, seal: seal.note(noted) });
      const end = older.end ?? { seq: 0, mac: '' };
      const first = await database.run(() => new SqlAuditChainStore(database).end(false));
      const whole = { ...end, originId: 0, originMac: first?.originMac ?? '' };
      await tamper(
        'DELETE FROM audit_entries WHERE seq > 3',
        `UPDATE audit_ends SET seq = 3, mac = '${end.mac}', seal = '${seal.end(whole)}'`,
      );
      expect(await found()).toEqual([{ kind: 'noted', at: noted.at, seq: 5 }]);
      // A restore explains it, once the product itself has written down that there was one.
      await write(1, 'safe-mode.enter');
      await write(2);
      expect(await verify()).toMatchObject({ findings: [], restores: [{ lost: 2 }] });
      notes.lines.push({ ...noted, seq: 9, seal: 'x' }, null);
      expect(await found()).toEqual([
        { kind: 'note', line: 2 },
        { kind: 'note', line: 3 },
      ]);
    });

    it('cannot be made anew without the key', async () => {
      await write(2);
      const { findings } = await verify([], new AuditSeal(keys('theirs')));
      expect(findings.length).toBeGreaterThan(2);
    });

    it('does not fork, however many write at the same time', async () => {
      const { another } = subject;
      const all = another ? [database, await another(), await another()] : [database, database];
      await Promise.all(all.flatMap((on) => [write(20, 'a', on), write(20, 'b', on)]));
      expect(await verify()).toMatchObject({ entries: all.length * 40, findings: [] });
    });
  });
}
