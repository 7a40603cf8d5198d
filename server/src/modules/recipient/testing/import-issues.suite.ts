import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { listId } from './recipient-storage.js';
import type { OpenStorage } from './recipient-storage.js';

type NewIssue = Omit<ImportIssue, 'id'>;

const rejected = (rowNumber: number): NewIssue => ({
  kind: 'rejected',
  rowNumber,
  value: "belum 'ada' 😀",
  name: null,
  reason: 'variable-too-long',
  params: { column: 'alamat', limit: 1000, length: 2000 },
});
const duplicate = (rowNumber: number): NewIssue => ({
  kind: 'duplicate',
  rowNumber,
  value: '+6281200000001',
  name: 'Sari',
  reason: 'duplicate',
  params: { firstRow: 2 },
});

/** Every storage of issues must behave like this. */
export function describeImportIssues(name: string, open: () => Promise<OpenStorage>): void {
  describe(`ImportIssues on ${name}`, () => {
    let storage: OpenStorage;

    beforeEach(async () => {
      storage = await open();
      await storage.unit.run(async () => {
        await storage.issues.add(listId(1), [rejected(3), duplicate(4), rejected(5)]);
        await storage.issues.add(listId(2), [rejected(3)]);
        await storage.issues.add(listId(1), [rejected(9)]);
        await storage.issues.add(listId(1), []);
      });
    });

    afterEach(() => storage.close());

    const page = (kind: NewIssue['kind'], cursor?: string) =>
      storage.unit.run(() => storage.issues.page(listId(1), { kind, cursor, limit: 2 }));

    it('pages one kind of one list in the order of its rows', async () => {
      const first = await page('rejected');
      expect(first.items.map(({ id: _, ...issue }) => issue)).toEqual([rejected(3), rejected(5)]);
      const second = await page('rejected', first.nextCursor ?? undefined);
      expect(second.items.map(({ rowNumber }) => rowNumber)).toEqual([9]);
      expect(second.nextCursor).toBeNull();
      expect((await page('duplicate')).items).toEqual([
        { ...duplicate(4), id: expect.any(Number) },
      ]);
    });
  });
}
