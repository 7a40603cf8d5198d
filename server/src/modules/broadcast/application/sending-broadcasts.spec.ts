import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { BUDI, RINA, openBroadcastDesk } from '../testing/broadcast-desk.js';
import type { BroadcastDesk } from '../testing/broadcast-desk.js';
import { someId } from '../testing/some-broadcast.js';
import { BeginSending } from './begin-sending.js';
import { ConfirmBroadcast } from './confirm-broadcast.js';
import { ContentCheck } from './content-check.js';
import { EditBroadcast } from './edit-broadcast.js';
import { EstimateSending } from './estimate-sending.js';
import { ReadBroadcasts } from './read-broadcasts.js';
import { ReviewBroadcast } from './review-broadcast.js';
import { SendBroadcast } from './send-broadcast.js';

let desk: BroadcastDesk;

beforeEach(async () => {
  desk = await openBroadcastDesk();
});

afterEach(() => desk.close());

const confirm = ({ id, revision }: BroadcastView, actor = RINA) =>
  desk.get(ConfirmBroadcast).run(id, revision, actor);
const send = ({ id }: BroadcastView, key = 'key-1', actor = BUDI) =>
  desk.get(SendBroadcast).run(id, key, actor);
const get = ({ id }: BroadcastView) => desk.get(ReadBroadcasts).get(id, RINA);
const retext = (view: BroadcastView, text: string) =>
  desk.get(EditBroadcast).run(
    view.id,
    {
      title: view.title,
      text,
      attachmentId: view.attachment?.id ?? null,
      deviceId: view.device.id,
      recipientImportId: view.recipientImportId,
      revision: view.revision,
    },
    BUDI,
  );
/** Changes a row behind the product's back. */
const tamper = (sql: string, values: unknown[] = []) =>
  desk.database.run(() => desk.database.affectedBy(sql, values));

describe('before there is a message', () => {
  it('tells how long sending to so many would take', async () => {
    const deviceId = (await desk.draft({})).device.id;
    const estimate = await desk.get(EstimateSending).run({ deviceId, recipients: 118 }, RINA);
    expect(estimate).toMatchObject({ recipients: 118 });
  });

  it('refuses a device that nobody knows', async () => {
    const asked = desk.get(EstimateSending).run({ deviceId: someId(77), recipients: 1 }, RINA);
    await expect(asked).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
  });
});

describe('before Konfirmasi', () => {
  it('tells who lacks a value, what was probably meant, and when sending would end', async () => {
    const draft = await desk.draft({
      text: '{name}, {poli}',
      list: 'nomor|nama|poli\n081200000001|Sari|\n081200000002|Budi|Paru',
    });
    expect(await desk.get(ReviewBroadcast).run(draft.id, RINA)).toMatchObject({
      missing: [
        { variable: 'name', recipients: 2, firstRows: [2, 3], suggestion: 'nama' },
        { variable: 'poli', recipients: 1, firstRows: [2], suggestion: null },
      ],
      estimate: { recipients: 2, gapSeconds: { min: 8, max: 20 } },
    });
  });
});

describe('Konfirmasi', () => {
  it('carries a name and is written down with the hash of what was approved', async () => {
    const draft = await desk.draft();
    const confirmed = await confirm(draft);
    expect(confirmed).toMatchObject({
      status: 'confirmed',
      revision: 1,
      confirmed: { by: 'Ibu Rina', at: '2026-11-22T02:00:00.000Z' },
    });
    const [, deed] = await desk.audited(draft.id);
    expect(deed).toEqual({
      actor: 'Ibu Rina',
      action: 'broadcast.confirm',
      details: {
        recipients: 2,
        optedOut: 0,
        revision: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('is refused while somebody lacks a value', async () => {
    const draft = await desk.draft({ list: '081200000001|Sari\n081200000002' });
    await expect(confirm(draft)).rejects.toMatchObject({
      code: 'BROADCAST.MISSING_VALUES',
      params: { variable: '{nama}', recipients: 1 },
    });
  });

  it('is refused for a revision that is not there any more', async () => {
    const draft = await desk.draft();
    await retext(draft, 'Lain');
    await expect(confirm(draft)).rejects.toMatchObject({ code: 'BROADCAST.CHANGED' });
  });

  it('is refused the second time, naming who was first', async () => {
    const draft = await desk.draft();
    const both = await Promise.allSettled([confirm(draft, RINA), confirm(draft, BUDI)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(confirm(draft, BUDI)).rejects.toMatchObject({
      code: 'BROADCAST.ALREADY_CONFIRMED',
      params: { by: 'Ibu Rina' },
    });
  });

  it('is refused when the content was changed while it was read', async () => {
    const draft = await desk.draft();
    const [confirmed, edited] = await Promise.allSettled([confirm(draft), retext(draft, 'Lain')]);
    expect(edited.status).toBe('fulfilled');
    expect(confirmed).toMatchObject({
      status: 'rejected',
      reason: { code: 'BROADCAST.CHANGED' },
    });
    expect(await get(draft)).toMatchObject({ status: 'draft', text: 'Lain' });
  });

  it('is refused for a device that was removed', async () => {
    const draft = await desk.draft();
    desk.devices.put(1, { removed: true });
    await expect(confirm(draft)).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
  });
});

describe('Kirim Pesan', () => {
  it('hands over exactly what was confirmed, and writes it down', async () => {
    const confirmed = await confirm(await desk.draft());
    const sent = await send(confirmed);
    expect(sent).toMatchObject({
      status: 'sending',
      run: { state: 'sending', total: 2, started: { by: 'Pak Budi' } },
    });
    expect(desk.runs.orders).toEqual([
      {
        attachment: null,
        broadcastId: confirmed.id,
        importId: confirmed.recipientImportId,
        deviceId: someId(1),
        text: confirmed.text,
        recipients: 2,
        skipped: 0,
        idempotencyKey: 'key-1',
      },
    ]);
    const deeds = await desk.audited(confirmed.id);
    const [, approved, last] = deeds;
    expect(last).toEqual({
      actor: 'Pak Budi',
      action: 'broadcast.send',
      details: { recipients: 2, hash: approved?.details.hash },
    });
  });

  it('makes one run of many presses at once, and tells the others who was first', async () => {
    const confirmed = await confirm(await desk.draft());
    const presses = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        send(confirmed, `key-${String(n)}`, n % 2 ? RINA : BUDI),
      ),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(desk.runs.orders).toHaveLength(1);
    const refused = presses.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({
      reason: { code: 'BROADCAST.ALREADY_SENT', params: { by: expect.any(String) } },
    });
    const sends = (await desk.audited(confirmed.id)).filter((e) => e.action === 'broadcast.send');
    expect(sends).toHaveLength(1);
  });

  it('answers the same press again with the same run', async () => {
    const confirmed = await confirm(await desk.draft());
    const first = await send(confirmed);
    expect(await send(confirmed)).toEqual(first);
    expect(desk.runs.orders).toHaveLength(1);
  });

  it('is refused without Konfirmasi, also after an edit', async () => {
    const draft = await desk.draft();
    await expect(send(draft)).rejects.toMatchObject({ code: 'BROADCAST.NOT_CONFIRMED' });
    const confirmed = await confirm(draft);
    await retext(confirmed, 'Lain');
    await expect(send(confirmed)).rejects.toMatchObject({ code: 'BROADCAST.NOT_CONFIRMED' });
    expect(desk.runs.orders).toEqual([]);
  });

  it.each([
    ['not ready', { state: 'reconnecting' } as const, 'DEVICE.NOT_READY'],
    ['removed', { removed: true }, 'DEVICE.NOT_FOUND'],
  ])('is refused while the device is %s', async (_, device, code) => {
    const confirmed = await confirm(await desk.draft());
    desk.devices.put(1, device);
    await expect(send(confirmed)).rejects.toMatchObject({ code });
    expect(await get(confirmed)).toEqual({
      ...confirmed,
      device: expect.anything(),
    });
  });

  it.each([
    ['the text', "UPDATE broadcasts SET text = 'Lain' WHERE id = ?"],
    ['the device', `UPDATE broadcasts SET device_id = '${someId(2)}' WHERE id = ?`],
    [
      'a number',
      "UPDATE recipients SET phone = '+6281200000009' WHERE phone LIKE '%1' AND ? <> ''",
    ],
    ['a name', "UPDATE recipients SET name = 'Lain' WHERE name = 'Budi' AND ? <> ''"],
    ['a value', "UPDATE recipients SET variables = '{}' WHERE name = 'Budi' AND ? <> ''"],
    ['a recipient less', "DELETE FROM recipients WHERE name = 'Budi' AND ? <> ''"],
  ])('is refused and back to draft when %s is not what was confirmed', async (_, sql) => {
    desk.devices.put(2);
    const confirmed = await confirm(await desk.draft());
    expect(await tamper(sql, [confirmed.id])).toBe(1);
    await expect(send(confirmed)).rejects.toMatchObject({ code: 'BROADCAST.CONFIRMED_DIFFERS' });
    expect(desk.runs.orders).toEqual([]);
    expect(await get(confirmed)).toMatchObject({
      status: 'draft',
      revision: 2,
      confirmed: null,
      unconfirmed: { by: 'system' },
    });
    const actions = (await desk.audited(confirmed.id)).slice(2);
    expect(actions.map(({ actor, action }) => [actor, action])).toEqual([
      ['system', 'broadcast.content-differs'],
      ['system', 'broadcast.unconfirm'],
    ]);
  });

  it('is refused when the message was edited and confirmed anew while it was checked', async () => {
    const confirmed = await confirm(await desk.draft());
    const [sending, check] = [desk.get(BeginSending), desk.get(ContentCheck)];
    const seen = await desk.unit.run(() => sending.look(confirmed.id, RINA));
    const checked = await check.of(seen.broadcast);
    await confirm(await retext(confirmed, 'Lain'));
    const begun = desk.unit.run(() => sending.begin(seen, checked, 'key', BUDI));
    await expect(begun).rejects.toMatchObject({ code: 'BROADCAST.CHANGED' });
    expect(desk.runs.orders).toEqual([]);
    expect(await get(confirmed)).toMatchObject({ status: 'confirmed', text: 'Lain' });
  });

  it('is refused for a message that is not there', async () => {
    await expect(desk.get(SendBroadcast).run(someId(9), 'key', RINA)).rejects.toMatchObject({
      code: 'BROADCAST.NOT_FOUND',
    });
  });
});
