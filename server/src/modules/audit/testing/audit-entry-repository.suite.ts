import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { AuditEntryRepository } from '../application/ports/audit-entry-repository.js';

/** What a suite needs of a storage. */
export interface AuditEntrySubject {
  readonly entries: AuditEntryRepository;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

const entry = (subjectId: string, at: number) => ({
  at,
  actorId: 'system',
  actor: 'Sistem',
  action: 'device.link',
  subject: 'device',
  subjectId,
  details: { name: 'Poli 😀', tries: 2, reason: null },
});

const link = (seq: number) => ({ seq, mac: 'ab'.repeat(32) });

/** Every storage of the book must behave like this. */
export function describeAuditEntryRepository(
  name: string,
  open: () => Promise<AuditEntrySubject>,
): void {
  describe(`AuditEntryRepository on ${name}`, () => {
    let subject: AuditEntrySubject;

    beforeEach(async () => {
      subject = await open();
    });

    afterEach(() => subject.close());

    it('gives entries back as they were written, newest first', async () => {
      const { entries, unit } = subject;
      await unit.run(async () => {
        await entries.add(entry('a', 1_763_000_000_001), link(1));
        await entries.add(entry('b', 1_763_000_000_002), link(2));
      });
      const found = await unit.run(() => entries.newest({ before: null, limit: 10 }));
      expect(found.map(({ subjectId, at }) => [subjectId, at])).toEqual([
        ['b', 1_763_000_000_002],
        ['a', 1_763_000_000_001],
      ]);
      expect(found[0]).toMatchObject(entry('b', 1_763_000_000_002));
    });

    it('pages backwards and looks for one subject', async () => {
      const { entries, unit } = subject;
      await unit.run(async () => {
        for (const [at, id] of ['a', 'b', 'a', 'b', 'a'].entries())
          await entries.add(entry(id, 1), link(at + 1));
      });
      const ofA = { subject: 'device', subjectId: 'a' };
      const first = await unit.run(() => entries.newest({ ...ofA, before: null, limit: 2 }));
      const before = first.at(-1)?.id ?? 0;
      const second = await unit.run(() => entries.newest({ ...ofA, before, limit: 2 }));
      expect(first.map(({ subjectId }) => subjectId)).toEqual(['a', 'a']);
      expect(second).toHaveLength(1);
      expect(second[0]?.id).toBeLessThan(before);
    });
  });
}
