import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OptOutReceived } from '../../device/index.js';
import type { OptOutRequest } from '../../device/index.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { ListedNumbers } from '../../do-not-contact/application/ports/listed-numbers.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someId, someRun } from '../testing/sender-tables.js';
import { DecideRecipient } from './decide-recipient.js';
import { Runs } from './runs.js';
import { TestSend } from './test-send.js';

const { deviceId, text } = someRun();
const FIRST = '+6281200000001';
const STOP: OptOutRequest = {
  phone: FIRST,
  address: null,
  messageId: 'false_6281200000001@c.us_3EB0',
  at: BEGINNING,
};

describe('opting out', () => {
  let house: SenderHouse;
  let ids: number[];

  beforeEach(async () => {
    house = await SenderHouse.open();
    await house.start();
    ids = await house.tables.addRun();
  });
  afterEach(() => house.close());

  const optOut = async (given: Partial<OptOutRequest> = {}) => {
    house.events.publish(new OptOutReceived(deviceId, { ...STOP, ...given }));
    await house.rest();
  };
  const isListed = (phone = FIRST) => house.run(() => house.get(DoNotContactList).has(phone));
  const entries = () =>
    house.run(() => house.get(ListedNumbers).newest({ before: null, limit: 9 }));
  /** Puts a number on the list as another process would: nobody here is told. */
  const listSilently = (phone: string) =>
    house.run(() => house.tables.listNumber(house.get(DoNotContactList).fingerprintOf(phone)));
  const nextRun = (given = {}) =>
    house.tables.addRun({
      ...{ broadcastId: someId(2), importId: someId(102), idempotencyKey: 'lagi' },
      ...given,
    });

  it('puts a recipient on the list, written down without the number', async () => {
    await house.drive();
    await optOut();
    expect(await entries()).toMatchObject([
      {
        hint: '+62 ••• 0001',
        reason: 'opted-out',
        at: BEGINNING,
        addedBy: null,
        device: { id: deviceId, name: 'Poli Anak' },
        messageId: 'false_3EB0',
      },
    ]);
    expect(house.book.deeds).toMatchObject([
      { by: 'system', action: 'do-not-contact.opt-out', details: { deviceId } },
    ]);
    expect(JSON.stringify([house.book.deeds, await entries()])).not.toContain('81200000001');
  });

  it('is told by the address of the message when WhatsApp hides the number', async () => {
    house.gateway.onLookup = (phone) => ({ kind: 'on', address: `${phone.slice(-2)}77@lid` });
    await house.drive();
    await optOut({ phone: null, address: '0177@lid' });
    expect([await isListed(), await isListed('+6281200000002')]).toEqual([true, false]);
  });

  it('ignores what strangers write, and recipients to whom nothing was sent yet', async () => {
    await optOut();
    await house.drive();
    await optOut({ phone: '+6281299999999' });
    await optOut({ phone: null, address: '1@lid' });
    expect(await entries()).toEqual([]);
    expect(house.book.deeds).toEqual([]);
  });

  it('skips them at once wherever they still wait, and ends a run that nobody waits in', async () => {
    await house.drive();
    const [waiting = 0] = await nextRun({ total: 1 });
    await optOut();
    await house.pass(1_000);
    const found = await house.run(() => house.tables.reports.find(waiting));
    expect(found).toMatchObject({ state: 'skipped', reason: 'opted-out' });
    const ended = { state: 'finished', counts: { pending: 0, skipped: 1 } };
    expect(await house.runOf(someId(2))).toMatchObject(ended);
    expect(house.told.at(-1)).toMatchObject(ended);
  });

  it('is harmless when it is told again', async () => {
    await house.drive();
    for (let times = 0; times < 3; times++) await optOut();
    expect(await entries()).toHaveLength(1);
    expect(house.book.deeds).toHaveLength(1);
  });

  it('does not undo a removal when it is told again, but counts when it is said anew', async () => {
    await house.drive();
    await optOut();
    const [entry] = await entries();
    await house.run(() => house.get(ListedNumbers).remove(entry?.id ?? '', BEGINNING + 1_000));
    await optOut();
    expect(await isListed()).toBe(false);
    await house.pass(2_000);
    await optOut({ at: BEGINNING + 2_000, messageId: 'baru' });
    expect(await isListed()).toBe(true);
  });

  it('keeps the lane from even asking about them', async () => {
    await listSilently(FIRST);
    await house.drive();
    expect(house.gateway.lookups).toEqual(['+6281200000002', '+6281200000003']);
    expect(await house.tables.states()).toEqual(['skipped', 'sent', 'sent']);
    expect(await house.runOf()).toMatchObject({
      state: 'finished',
      counts: { skipped: 1, sent: 2 },
    });
  });

  it('that comes between the plan and the claim is seen by the claim', async () => {
    house.gateway.onLookup = async (phone) => {
      if (phone === '+6281200000002') await listSilently(phone);
      return { kind: 'on', address: phone };
    };
    await house.drive();
    expect(house.gateway.handovers.map(({ address }) => address)).toEqual([
      FIRST,
      '+6281200000003',
    ]);
    expect(await house.tables.states()).toEqual(['sent', 'skipped', 'sent']);
  });

  it('holds against Kirim ulang, which is refused in words', async () => {
    house.gateway.onSend = () => ({ kind: 'refused', reason: 'rejected' });
    await house.drive();
    await optOut();
    const resend = (id = 0) => house.get(DecideRecipient).run(id, 'resend', PAK_BUDI);
    await expect(resend(ids[0])).rejects.toMatchObject({ code: 'RECIPIENT.OPTED_OUT' });
    const [skipped] = await nextRun();
    await house.drive();
    await expect(resend(skipped)).rejects.toMatchObject({ code: 'RECIPIENT.OPTED_OUT' });
    await expect(resend(ids[1])).resolves.toMatchObject({ state: 'pending' });
  });

  it('holds against Kirim tes, also while that waits for the pace', async () => {
    const request = { deviceId, text: 'Halo', attachmentId: null, phone: FIRST, values: {} };
    const send = () => house.get(TestSend).run(request, PAK_BUDI);
    house.gateway.onLookup = async (phone) => {
      await listSilently(phone);
      return { kind: 'on', address: phone };
    };
    expect(await send()).toMatchObject({ outcome: 'refused', reason: 'opted-out' });
    await expect(send()).rejects.toMatchObject({
      code: 'RECIPIENT.OPTED_OUT',
      fields: [{ pointer: '/phone' }],
    });
    expect(house.gateway.handovers).toEqual([]);
  });

  it('found when the list was read is in the run from the start, and adds up', async () => {
    const listed = await house.tables.addRecipients(someId(103), 3);
    const mark = "UPDATE recipients SET state = 'skipped', reason = 'opted-out' WHERE id = ?";
    await house.run(() => house.database.manager.query(mark, [listed[0]]));
    const order = {
      broadcastId: someId(3),
      importId: someId(103),
      deviceId,
      text,
      attachment: null,
    };
    const start = (skipped: number) =>
      house.run(() =>
        house
          .get(Runs)
          .start({ ...order, recipients: 3, skipped, idempotencyKey: 'klik' }, PAK_BUDI),
      );
    await expect(start(0)).rejects.toMatchObject({ code: 'BROADCAST.CONFIRMED_DIFFERS' });
    expect(await start(1)).toMatchObject({ total: 3, counts: { pending: 2, skipped: 1 } });
    // The ring of Kirim drives the lane.
    await house.rest();
    expect(await house.tables.states(someId(103))).toEqual(['skipped', 'sent', 'sent']);
    expect((await house.runOf(someId(3))).state).toBe('finished');
  });
});
