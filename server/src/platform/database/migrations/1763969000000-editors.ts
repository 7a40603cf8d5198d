import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';

const EDITORS = { name: 'editors', type: 'text', isNullable: true };

/** Field of a broadcast's content → part with an editor of its own. */
const PART_OF: Readonly<Record<string, string>> = {
  title: 'message',
  text: 'message',
  attachmentId: 'attachment',
  deviceId: 'device',
  recipientImportId: 'recipients',
};

interface Draft {
  readonly id: string;
  readonly revision: number;
}

interface Entry {
  readonly person: string;
  readonly name: string;
  readonly action: string;
  readonly details: string;
}

/**
 * Who changed which part of a broadcast last, so that somebody else confirms it. For drafts of before it is read out of
 * the audit, which has every change with its person and parts; a draft of which the audit lacks one stays
 * without (null: nobody knows).
 */
export class Editors1763969000000 implements MigrationInterface {
  readonly name = 'Editors1763969000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('broadcasts', new TableColumn(EDITORS));
    await runner.query("UPDATE broadcasts SET editors = '{}' WHERE revision = 1");
    const drafts = (await runner.query(
      `SELECT id, revision FROM broadcasts
       WHERE revision > 1
         AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.broadcast_id = broadcasts.id)`,
    )) as Draft[];
    for (const draft of drafts) {
      const entries = (await runner.query(
        `SELECT actor_id AS person, actor AS name, action, details FROM audit_entries
         WHERE subject = 'broadcast' AND subject_id = ? ORDER BY id`,
        [draft.id],
      )) as Entry[];
      const editors = editorsOf(draft, entries);
      if (editors === null) continue;
      await runner.query('UPDATE broadcasts SET editors = ? WHERE id = ?', [
        JSON.stringify(editors),
        draft.id,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('broadcasts', EDITORS.name);
  }
}

/** Null when the audit does not have every revision after the first. */
function editorsOf({ revision }: Draft, entries: readonly Entry[]): object | null {
  const editors: Record<string, { id: string; name: string }> = {};
  const told = new Set<number>();
  for (const { person: id, name, action, details } of entries) {
    const parts = partsOf(action, details);
    if (parts === null) continue;
    told.add((JSON.parse(details) as { revision: number }).revision);
    for (const part of parts) editors[part] = { id, name };
  }
  const revisions = Array.from({ length: revision - 1 }, (_, index) => index + 2);
  return revisions.every((each) => told.has(each)) ? editors : null;
}

/** The parts that an entry of the audit changed; null when it made no new revision. */
function partsOf(action: string, details: string): string[] | null {
  if (action === 'broadcast.content-differs') return [];
  if (action === 'broadcast.recipient-edit' || action === 'broadcast.recipient-remove') {
    return ['recipients'];
  }
  if (action !== 'broadcast.edit') return null;
  const { changed } = JSON.parse(details) as { changed: string };
  return changed.split(' ').flatMap((field) => PART_OF[field] ?? []);
}
