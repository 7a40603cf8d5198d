import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SOME_PICTURE } from '../testing/listed-attachments.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someId, someRun } from '../testing/sender-tables.js';
import { ResumeRun } from './resume-run.js';
import { Runs } from './runs.js';
import { TestSend } from './test-send.js';

const { broadcastId, importId, deviceId } = someRun();
const { id: attachmentId, sha256: attachmentSha256, fileName, size } = SOME_PICTURE;

describe('a run with a file', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
  });
  afterEach(() => house.close());

  const resume = () => house.get(ResumeRun).run(broadcastId, PAK_BUDI);
  const allSent = ['sent', 'sent', 'sent'];

  it('hands it over with every message', async () => {
    await house.tables.addRun({ attachmentId, attachmentSha256, text: '' });
    await house.drive();
    expect(house.gateway.handovers).toHaveLength(3);
    for (const { attachment, text } of house.gateway.handovers) {
      expect({ attachment, text }).toMatchObject({ attachment: { fileName, size }, text: '' });
    }
    expect(await house.tables.states()).toEqual(allSent);
  });

  it('is paused while it is missing, loses nobody, and goes on when it is back', async () => {
    await house.tables.addRun({ attachmentId, attachmentSha256 });
    house.attachments.gone.add(attachmentId);
    await house.drive();
    expect(await house.runOf()).toMatchObject({
      state: 'paused',
      pauseReason: 'attachment-missing',
      counts: { pending: 3 },
    });
    expect(house.gateway.handovers).toEqual([]);
    await resume();
    await house.drive();
    expect(await house.runOf()).toMatchObject({ state: 'paused' });
    house.attachments.gone.clear();
    await resume();
    await house.drive();
    expect(await house.tables.states()).toEqual(allSent);
    expect(house.gateway.handovers).toHaveLength(3);
  });

  it('is paused when the file is another one than was confirmed, or unknown', async () => {
    await house.tables.addRun({ attachmentId, attachmentSha256: 'c'.repeat(64) });
    await house.tables.addRun({
      broadcastId: someId(2),
      importId: someId(102),
      attachmentId: someId(799),
      attachmentSha256,
    });
    await house.drive();
    for (const id of [broadcastId, someId(2)]) {
      expect(await house.runOf(id)).toMatchObject({ pauseReason: 'attachment-missing' });
    }
    expect(house.gateway.handovers).toEqual([]);
  });

  it('keeps the next run of the device going', async () => {
    await house.tables.addRun({ attachmentId, attachmentSha256 });
    await house.tables.addRun({ broadcastId: someId(2), importId: someId(102) });
    house.attachments.gone.add(attachmentId);
    await house.drive();
    expect(await house.tables.states(someId(102))).toEqual(allSent);
  });

  it('uses it from Kirim on until it is forgotten', async () => {
    await house.tables.addRecipients(importId, 1);
    const order = { broadcastId, importId, deviceId, text: '', idempotencyKey: 'klik' };
    const attachment = { id: attachmentId, sha256: attachmentSha256 };
    const start = () =>
      house.run(() =>
        house.get(Runs).start({ ...order, attachment, recipients: 1, skipped: 0 }, PAK_BUDI),
      );
    await start();
    await start();
    expect([...house.attachments.uses]).toEqual([`${attachmentId} run ${broadcastId}`]);
    await house.drive();
    await house.run(() => house.get(Runs).remove(broadcastId));
    expect([...house.attachments.uses]).toEqual([]);
  });
});

describe('Kirim tes with a file', () => {
  it('hands it over, or says what to do when it is not there', async () => {
    const house = await SenderHouse.open();
    const send = (id: string) =>
      house
        .get(TestSend)
        .run({ deviceId, text: '', attachmentId: id, phone: '081200000077', values: {} }, PAK_BUDI);
    expect(await send(attachmentId)).toMatchObject({ outcome: 'accepted' });
    expect(house.gateway.handovers).toMatchObject([{ text: '', attachment: { fileName } }]);
    await expect(send(someId(799))).rejects.toMatchObject({ code: 'ATTACHMENT.NOT_FOUND' });
    house.attachments.gone.add(attachmentId);
    await expect(send(attachmentId)).rejects.toMatchObject({ code: 'ATTACHMENT.GONE' });
    expect(house.gateway.handovers).toHaveLength(1);
    await house.close();
  });
});
