import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../platform/database/database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { Attachment } from '../domain/attachment.js';
import { AttachmentUseRow } from '../infrastructure/persistence/attachment-use.row.js';
import { AttachmentRow } from '../infrastructure/persistence/attachment.row.js';
import { TypeormAttachmentRepository } from '../infrastructure/persistence/typeorm-attachment-repository.js';

/** Tables that the repository reads. */
export const ATTACHMENT_ROWS = [AttachmentRow, AttachmentUseRow];

const AT = 1_763_000_000_000;
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An attachment with whatever is not asked for made up. */
function someAttachment(number: number, given: Partial<Attachment> = {}): Attachment {
  return {
    id: idOf(number),
    kind: 'document',
    fileName: 'jadwal kontrol 😀.pdf',
    mimeType: 'application/pdf',
    size: 16 * 1024 * 1024,
    sha256: String(number).repeat(64).slice(0, 64),
    createdAt: AT,
    createdById: idOf(901),
    createdBy: 'Ibu Rina',
    ...given,
  };
}

/** Every storage of attachments must behave like this. */
export function describeAttachmentRepository(name: string, open: () => Promise<TestDatabase>) {
  describe(`AttachmentRepository on ${name}`, () => {
    let database: Database;
    let attachments: TypeormAttachmentRepository;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ database, close } = await open());
      attachments = new TypeormAttachmentRepository(database);
    });
    afterEach(() => close());

    const run = <T>(work: () => Promise<T>): Promise<T> => database.run(work);
    const add = async (number: number, given: Partial<Attachment> = {}) => {
      const attachment = someAttachment(number, given);
      await run(() => attachments.add(attachment));
      return attachment;
    };
    const use = (number: number, broadcast: number) =>
      run(async () => {
        if (!(await attachments.hold(idOf(number)))) return false;
        await attachments.addUse(idOf(number), { by: 'broadcast', id: idOf(broadcast) });
        return true;
      });
    const removeUnused = (number: number) => run(() => attachments.removeUnused(idOf(number)));

    it('gives them back as they were added', async () => {
      const [one, two] = [await add(1), await add(2, { kind: 'image' })];
      const found = await run(() => attachments.find([one.id, two.id, idOf(3), one.id]));
      expect(found.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([one, two]);
      expect(await run(() => attachments.find([]))).toEqual([]);
      expect(await run(() => attachments.hold(one.id))).toEqual(one);
      expect(await run(() => attachments.hold(idOf(3)))).toBeNull();
      expect(await run(() => attachments.hasContent(one.sha256))).toBe(true);
      expect(await run(() => attachments.hasContent('f'.repeat(64)))).toBe(false);
    });

    it('removes one only when its last use has ended', async () => {
      await add(1);
      await use(1, 11);
      await use(1, 12);
      await use(1, 12);
      const end = (broadcast: number) =>
        run(() => attachments.removeUse(idOf(1), { by: 'broadcast', id: idOf(broadcast) }));
      expect(await removeUnused(1)).toBe(false);
      await end(11);
      await end(11);
      expect(await removeUnused(1)).toBe(false);
      await end(12);
      expect([await removeUnused(1), await removeUnused(1)]).toEqual([true, false]);
      expect(await run(() => attachments.find([idOf(1)]))).toEqual([]);
    });

    it('names those that nobody uses, made before a moment', async () => {
      await add(1);
      await use(1, 11);
      const old = await add(2);
      await add(3, { createdAt: AT + 1 });
      expect(await run(() => attachments.unused(AT + 1))).toEqual([old]);
    });

    it('either gives one to a user or removes it, never both', async () => {
      for (let number = 1; number <= 20; number++) {
        await add(number);
        const [used, removed] = await Promise.all([use(number, 11), removeUnused(number)]);
        expect(used).toBe(!removed);
        const there = await run(() => attachments.find([idOf(number)]));
        expect(there).toHaveLength(used ? 1 : 0);
      }
    });
  });
}
