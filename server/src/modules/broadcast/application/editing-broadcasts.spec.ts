import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecipientFilter } from '#contracts/recipient.contract.js';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { BUDI, RINA, TWO_PATIENTS, openBroadcastDesk } from '../testing/broadcast-desk.js';
import type { BroadcastDesk } from '../testing/broadcast-desk.js';
import { someId } from '../testing/some-broadcast.js';
import { ConfirmBroadcast } from './confirm-broadcast.js';
import { CreateBroadcast } from './create-broadcast.js';
import { DeleteBroadcast } from './delete-broadcast.js';
import { EditBroadcast } from './edit-broadcast.js';
import { EditRecipients } from './edit-recipients.js';
import { ReadBroadcasts } from './read-broadcasts.js';
import { ReadUnlinkImpact } from './read-unlink-impact.js';

let desk: BroadcastDesk;

beforeEach(async () => {
  desk = await openBroadcastDesk();
});

afterEach(() => desk.close());

const contentOf = (view: BroadcastView) => ({
  title: view.title,
  text: view.text,
  attachmentId: view.attachment?.id ?? null,
  deviceId: view.device.id,
  recipientImportId: view.recipientImportId,
  revision: view.revision,
});
const edit = (view: BroadcastView, change: object, actor = BUDI) =>
  desk.get(EditBroadcast).run(view.id, { ...contentOf(view), ...change }, actor);
const confirm = ({ id, revision }: BroadcastView) =>
  desk.get(ConfirmBroadcast).run(id, revision, RINA);
const get = (id: string) => desk.get(ReadBroadcasts).get(id, RINA);
const recipients = async (id: string) =>
  (await desk.get(ReadBroadcasts).recipients(id, RecipientFilter.parse({}), RINA)).items;

describe('Tambah Pesan', () => {
  it('makes a draft of text, device and list, says so live and writes it down', async () => {
    const draft = await desk.draft();
    expect(draft).toMatchObject({
      title: 'Kontrol',
      status: 'draft',
      revision: 1,
      device: { id: someId(1), name: 'Poli 1', engine: 'practice', status: 'authenticated' },
      recipientSource: 'freetext',
      recipientCount: 2,
      variableNames: ['poli'],
      confirmed: null,
      unconfirmed: null,
      run: null,
      created: { by: 'Ibu Rina', at: '2026-11-22T02:00:00.000Z' },
    });
    expect(await get(draft.id)).toEqual(draft);
    expect(desk.heard).toEqual([{ type: 'broadcast-changed', broadcastId: draft.id }]);
    expect(await desk.audited(draft.id)).toEqual([
      { actor: 'Ibu Rina', action: 'broadcast.create', details: { recipients: 2, revision: 1 } },
    ]);
  });

  it('refuses a device that is not there or was removed, and keeps the list free', async () => {
    const recipientImportId = await desk.freetext(TWO_PATIENTS);
    const create = (deviceId: string) =>
      desk
        .get(CreateBroadcast)
        .run({ title: '', text: 'x', attachmentId: null, deviceId, recipientImportId }, RINA);
    desk.devices.put(2, { removed: true });
    for (const id of [someId(9), someId(2)]) {
      await expect(create(id)).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    }
    await create(someId(1));
    await expect(create(someId(1))).rejects.toMatchObject({ code: 'BROADCAST.IMPORT_TAKEN' });
  });
});

describe('Edit Pesan', () => {
  it('takes a confirmation back and says by whom', async () => {
    const confirmed = await confirm(await desk.draft());
    expect(confirmed).toMatchObject({ status: 'confirmed', confirmed: { by: 'Ibu Rina' } });
    const edited = await edit(confirmed, { text: 'Yth. {nama}.' });
    expect(edited).toMatchObject({
      status: 'draft',
      revision: 2,
      text: 'Yth. {nama}.',
      confirmed: null,
      unconfirmed: { by: 'Pak Budi', at: '2026-11-22T02:00:00.000Z' },
    });
    expect((await desk.audited(edited.id)).slice(2)).toEqual([
      { actor: 'Pak Budi', action: 'broadcast.edit', details: { changed: 'text', revision: 2 } },
      {
        actor: 'Pak Budi',
        action: 'broadcast.unconfirm',
        details: { confirmedBy: 'Ibu Rina', revision: 2 },
      },
    ]);
  });

  it('leaves everything as it is when nothing was changed', async () => {
    const confirmed = await confirm(await desk.draft());
    expect(await edit(confirmed, {})).toEqual(confirmed);
  });

  it('refuses an edit of an older revision', async () => {
    const draft = await desk.draft();
    await edit(draft, { text: 'satu' });
    await expect(edit(draft, { text: 'dua' })).rejects.toMatchObject({ code: 'BROADCAST.CHANGED' });
    expect(await get(draft.id)).toMatchObject({ text: 'satu', revision: 2 });
  });

  it('gives up the list that is replaced, rows and all', async () => {
    const draft = await desk.draft();
    const recipientImportId = await desk.freetext('081200000003|Dewi|Gigi');
    const edited = await edit(draft, { recipientImportId, text: 'Yth. {nama}' });
    expect(edited).toMatchObject({ recipientCount: 1, variableNames: ['var1'] });
    await desk.janitor.idle();
    const left = await desk.unit.run(() => desk.recipients.after(draft.recipientImportId, 0, 10));
    expect(left).toEqual([]);
    expect(await recipients(draft.id)).toMatchObject([{ name: 'Dewi' }]);
  });

  it('keeps the old list when the new one is refused', async () => {
    const [draft, other] = [await desk.draft(), await desk.draft()];
    const taken = edit(draft, { recipientImportId: other.recipientImportId });
    await expect(taken).rejects.toMatchObject({ code: 'BROADCAST.IMPORT_TAKEN' });
    expect(await recipients(draft.id)).toHaveLength(2);
    expect(await get(draft.id)).toEqual(draft);
  });

  it.each(['sending', 'paused', 'finished', 'cancelled'] as const)(
    'is refused once there is a run that is %s',
    async (state) => {
      const confirmed = await confirm(await desk.draft());
      desk.runs.put(confirmed.id, state);
      const refused = { code: 'BROADCAST.NOT_EDITABLE' };
      const [first] = await recipients(confirmed.id);
      const one = desk.get(EditRecipients);
      const change = { phone: '081200000009', name: null, variables: {} };
      await expect(edit(confirmed, { text: 'x' })).rejects.toMatchObject(refused);
      await expect(one.correct(confirmed.id, first?.id ?? 0, change, RINA)).rejects.toMatchObject(
        refused,
      );
      await expect(one.remove(confirmed.id, first?.id ?? 0, RINA)).rejects.toMatchObject(refused);
      expect(await recipients(confirmed.id)).toHaveLength(2);
    },
  );
});

describe('a single recipient', () => {
  it('can be corrected, which takes a confirmation back', async () => {
    const { id } = await confirm(await desk.draft());
    const [first] = await recipients(id);
    const change = { phone: '0812-0000-0009', name: 'Ibu Sari', variables: { poli: 'Gigi' } };
    const after = await desk.get(EditRecipients).correct(id, first?.id ?? 0, change, BUDI);
    expect(after).toMatchObject({ status: 'draft', revision: 2, unconfirmed: { by: 'Pak Budi' } });
    expect((await recipients(id))[0]).toMatchObject({ phone: '+6281200000009', name: 'Ibu Sari' });
    const [, , deed] = await desk.audited(id);
    expect(deed).toEqual({
      actor: 'Pak Budi',
      action: 'broadcast.recipient-edit',
      details: { recipientId: first?.id, revision: 2 },
    });
  });

  it('leaves the broadcast as it was when the correction is refused', async () => {
    const confirmed = await confirm(await desk.draft());
    const [first] = await recipients(confirmed.id);
    const change = { phone: '081200000002', name: null, variables: {} };
    await expect(
      desk.get(EditRecipients).correct(confirmed.id, first?.id ?? 0, change, BUDI),
    ).rejects.toMatchObject({ code: 'RECIPIENT.PHONE_TAKEN' });
    expect(await get(confirmed.id)).toEqual(confirmed);
  });

  it('can be removed, all but the last', async () => {
    const { id } = await confirm(await desk.draft());
    const [first, second] = await recipients(id);
    const after = await desk.get(EditRecipients).remove(id, first?.id ?? 0, BUDI);
    expect(after).toMatchObject({ status: 'draft', recipientCount: 1 });
    await expect(desk.get(EditRecipients).remove(id, second?.id ?? 0, BUDI)).rejects.toMatchObject({
      code: 'RECIPIENT.LAST_ONE',
    });
    expect(await recipients(id)).toHaveLength(1);
  });

  it('of another broadcast is nobody', async () => {
    const [draft, other] = [await desk.draft(), await desk.draft()];
    const [stranger] = await recipients(other.id);
    await expect(
      desk.get(EditRecipients).remove(draft.id, stranger?.id ?? 0, BUDI),
    ).rejects.toMatchObject({ code: 'RECIPIENT.NOT_FOUND' });
  });
});

describe('Hapus Pesan', () => {
  it('deletes message and recipients, says so live and writes it down', async () => {
    const draft = await desk.draft();
    await desk.get(DeleteBroadcast).run(draft.id, BUDI);
    await desk.janitor.idle();
    await expect(get(draft.id)).rejects.toMatchObject({ code: 'BROADCAST.NOT_FOUND' });
    const rows = desk.unit.run(() => desk.recipients.after(draft.recipientImportId, 0, 10));
    expect(await rows).toEqual([]);
    expect(desk.heard.at(-1)).toEqual({ type: 'broadcast-removed', broadcastId: draft.id });
    expect((await desk.audited(draft.id)).at(-1)).toEqual({
      actor: 'Pak Budi',
      action: 'broadcast.delete',
      details: { recipients: 2 },
    });
  });

  it('is refused while sending, and deletes nothing', async () => {
    const draft = await desk.draft();
    desk.runs.put(draft.id, 'sending');
    await expect(desk.get(DeleteBroadcast).run(draft.id, BUDI)).rejects.toMatchObject({
      code: 'BROADCAST.NOT_DELETABLE',
    });
    await desk.janitor.idle();
    expect(await recipients(draft.id)).toHaveLength(2);
  });
});

describe('Hapus Koneksi', () => {
  it('names the broadcasts that it would pause', async () => {
    const [draft, untitled] = [await desk.draft(), await desk.draft({ text: 'Libur\nlebaran' })];
    await edit(untitled, { title: '' });
    desk.runs.put(draft.id, 'sending');
    desk.runs.put(untitled.id, 'sending');
    expect(await desk.get(ReadUnlinkImpact).run(someId(1), RINA)).toEqual({
      broadcasts: [
        { id: untitled.id, title: 'Libur' },
        { id: draft.id, title: 'Kontrol' },
      ],
    });
  });

  it('leaves the device in the history, without a status', async () => {
    const draft = await desk.draft();
    desk.devices.put(1, { removed: true });
    expect(await get(draft.id)).toMatchObject({ device: { name: 'Poli 1', status: null } });
  });
});
