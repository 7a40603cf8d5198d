import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestSendRequest } from '#contracts/test-send.contract.js';
import type { SendOutcome } from '../../device/index.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someId, someRun } from '../testing/sender-tables.js';
import { TestSend } from './test-send.js';

const { deviceId } = someRun();
const REQUEST: TestSendRequest = {
  deviceId,
  text: 'Halo {nama}',
  attachmentId: null,
  phone: '0812-0000-0077',
  values: { nama: 'Ibu Sari', nomor: '+6281200000001' },
};

describe('Kirim tes', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open({ pace: { min: 8, max: 20 } });
  });
  afterEach(() => house.close());

  const send = (given: Partial<TestSendRequest> = {}) =>
    house.get(TestSend).run({ ...REQUEST, ...given }, PAK_BUDI);

  it('hands the preview over to one number, and is written down without it', async () => {
    expect(await send()).toEqual({ outcome: 'accepted', reason: null, phone: '+6281200000077' });
    expect(house.gateway.handovers).toMatchObject([
      { deviceId, address: '6281200000077', text: 'Halo Ibu Sari' },
    ]);
    expect(house.book.deeds).toEqual([
      { by: 'Pak Budi', action: 'device.test-send', subject: 'device', subjectId: deviceId },
    ]);
  });

  it.each<[SendOutcome]>([
    [{ kind: 'refused', reason: 'rejected' }],
    [{ kind: 'unknown', reason: 'no-answer' }],
  ])('says what became of it: %j', async (answer) => {
    house.gateway.onSend = () => answer;
    expect(await send()).toMatchObject({
      outcome: answer.kind,
      reason: answer.kind === 'accepted' ? null : answer.reason,
    });
  });

  it('hands nothing over to a number without WhatsApp', async () => {
    house.gateway.onLookup = () => ({ kind: 'not-on' });
    expect(await send()).toMatchObject({ outcome: 'refused', reason: 'not-on-whatsapp' });
    expect(house.gateway.handovers).toEqual([]);
  });

  it.each([
    ['PHONE.NOT_A_NUMBER', { phone: 'belum ada' }],
    ['DEVICE.NOT_FOUND', { deviceId: someId(1) }],
  ])('refuses with %s', async (code, given) => {
    await expect(send(given)).rejects.toMatchObject({ code });
    expect(house.gateway.handovers).toEqual([]);
  });

  it.each([
    ['DEVICE.NOT_READY', { state: 'reconnecting' as const }],
    ['DEVICE.NOT_FOUND', { removed: true }],
  ])('refuses with %s', async (code, stand) => {
    house.devices.put(deviceId, stand);
    await expect(send()).rejects.toMatchObject({ code });
  });

  it('says nothing for ever when the engine does not answer', async () => {
    house.gateway.onSend = () => new Promise(() => undefined);
    const sent = send();
    await house.pass(61_000, 1_000);
    expect(await sent).toMatchObject({ outcome: 'unknown', reason: 'no-answer' });
  });

  it('keeps the gap to the lane of the device, and the lane keeps it to the test', async () => {
    await house.tables.addRun();
    const at: [string, number][] = [];
    house.gateway.onSend = ({ text }) => {
      at.push([text, house.clock.now() - BEGINNING]);
      return { kind: 'accepted' };
    };
    const driven = house.drive();
    await house.rest();
    await house.pass(1_000);
    const sent = send();
    await house.pass(40_000);
    await Promise.all([driven, sent]);
    expect(at.map(([text]) => text).sort()).toEqual([
      'Halo Ibu Sari',
      'Halo Pasien 1',
      'Halo Pasien 2',
      'Halo Pasien 3',
    ]);
    const gaps = at.slice(1).map(([, moment], before) => moment - (at[before]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8_000);
  });
});
