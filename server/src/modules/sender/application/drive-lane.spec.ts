import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../device/index.js';
import { SenderHouse } from '../testing/sender-house.js';
import { BEGINNING, someId, someRun } from '../testing/sender-tables.js';
import { LaneLeases } from './ports/lane-leases.js';
import { Ledger } from './ports/ledger.js';
import { PauseRun } from './pause-run.js';

const { broadcastId, importId, deviceId } = someRun();

describe('the lane of a device', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
  });
  afterEach(() => house.close());

  it('hands every recipient over once, in the order of the list, and ends the run', async () => {
    await house.tables.addRun({ total: 120, text: 'Halo {nama}, nomor {nomor}' });
    await house.drive();
    expect(house.gateway.handovers).toHaveLength(120);
    expect(house.gateway.handovers[0]).toEqual({
      deviceId,
      messageId: 'pesan-1',
      address: '6281200000001',
      text: 'Halo Pasien 1, nomor +6281200000001',
      attachment: null,
    });
    expect(house.gateway.handovers.map(({ text }) => text.split(',')[0])).toEqual(
      Array.from({ length: 120 }, (_, at) => `Halo Pasien ${at + 1}`),
    );
    expect(await house.runOf()).toMatchObject({ state: 'finished', counts: { sent: 120 } });
  });

  it('has the claim in the database before the engine sees the message', async () => {
    const [id = 0] = await house.tables.addRun({ total: 1 });
    const seen: unknown[] = [];
    house.gateway.onSend = async ({ messageId }) => {
      seen.push(await house.run(() => house.tables.ledger.holdByMessage(messageId)));
      return { kind: 'accepted' };
    };
    await house.drive();
    expect(seen).toMatchObject([
      { outcome: null, entry: { recipientId: id, state: 'sending', messageId: 'pesan-1' } },
    ]);
  });

  it('writes down what the engine answers', async () => {
    const answers: SendOutcome[] = [
      { kind: 'accepted' },
      { kind: 'refused', reason: 'rejected' },
      { kind: 'unknown', reason: 'no-answer' },
    ];
    await house.tables.addRun();
    house.gateway.onSend = () => answers.shift() ?? { kind: 'accepted' };
    await house.drive();
    expect(await house.tables.states()).toEqual(['sent', 'failed', 'unknown']);
    const views = await house.run(() => house.tables.reports.after(importId, 0, 3));
    expect(views.map(({ reason }) => reason)).toEqual([null, 'rejected', 'no-answer']);
  });

  it('takes an engine that throws for one that did not answer', async () => {
    await house.tables.addRun({ total: 1 });
    house.gateway.onSend = () => Promise.reject(new Error('the browser is gone'));
    await house.drive();
    expect(await house.tables.states()).toEqual(['unknown']);
  });

  it('hands nothing over to a number without WhatsApp', async () => {
    await house.tables.addRun();
    house.gateway.onLookup = (phone) =>
      phone.endsWith('2') ? { kind: 'not-on' } : { kind: 'on', address: phone };
    await house.drive();
    expect(await house.tables.states()).toEqual(['sent', 'skipped', 'sent']);
    expect(house.gateway.handovers).toHaveLength(2);
  });

  it('asks again about a number when there is no answer, and gives up in the end', async () => {
    await house.tables.addRun({ total: 2 });
    let silent = 4;
    house.gateway.onLookup = (phone) =>
      silent-- > 0 ? { kind: 'unknown', reason: 'away' } : { kind: 'on', address: phone };
    const driven = house.drive();
    await house.pass(15_000, 1_000);
    await driven;
    expect(await house.tables.states()).toEqual(['failed', 'sent']);
    const [view] = await house.run(() => house.tables.reports.after(importId, 0, 1));
    expect(view?.reason).toBe('lookup-unavailable');
    expect(house.gateway.handovers).toHaveLength(1);
  });

  it('serves the runs of a device one after the other', async () => {
    await house.tables.addRun({ startedAt: BEGINNING + 1, text: 'kedua' });
    await house.tables.addRun({ broadcastId: someId(2), importId: someId(102), text: 'pertama' });
    await house.drive();
    expect(house.gateway.handovers.map(({ text }) => text)).toEqual([
      ...Array<string>(3).fill('pertama'),
      ...Array<string>(3).fill('kedua'),
    ]);
    expect((await house.runOf(someId(2))).state).toBe('finished');
  });

  it('stops at a pause: who is in flight is brought to an end, nobody else goes', async () => {
    await house.tables.addRun();
    house.gateway.onSend = async () => {
      await house.get(PauseRun).because(broadcastId, 'device-disconnected');
      return { kind: 'accepted' };
    };
    await house.drive();
    expect(await house.tables.states()).toEqual(['sent', 'pending', 'pending']);
    expect((await house.runOf()).state).toBe('paused');
  });

  it('ends a run that was paused while its last recipient was in flight', async () => {
    await house.tables.addRun({ total: 1 });
    house.gateway.onSend = async () => {
      await house.get(PauseRun).because(broadcastId, 'device-disconnected');
      return { kind: 'accepted' };
    };
    await house.drive();
    expect((await house.runOf()).state).toBe('finished');
  });

  it('leaves everybody waiting while the device is not ready', async () => {
    await house.tables.addRun();
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.drive();
    expect(house.gateway.lookups).toEqual([]);
    expect(await house.runOf()).toMatchObject({ state: 'sending', counts: { pending: 3 } });
  });

  it('stops between two messages when it is told to, and gives the lane back', async () => {
    await house.tables.addRun();
    const stop = new AbortController();
    house.gateway.onSend = () => {
      stop.abort();
      return { kind: 'accepted' };
    };
    await house.drive(stop.signal);
    expect(await house.tables.states()).toEqual(['sent', 'pending', 'pending']);
    const lease = await house.tables.takeLane('another-process');
    expect(lease.epoch).toBe(2);
  });

  it('hands nothing over after it lost the lane', async () => {
    await house.tables.addRun();
    house.gateway.onLookup = async (phone) => {
      // The other process finds the lease expired: its clock is a minute ahead.
      const itsNow = house.clock.now() + 60_000;
      await house.run(() =>
        house.get(LaneLeases).take(deviceId, 'another-process', itsNow, itsNow + 20_000),
      );
      return { kind: 'on', address: phone };
    };
    await house.drive();
    expect(house.gateway.handovers).toEqual([]);
    expect(await house.tables.states()).toEqual(['pending', 'pending', 'pending']);
  });

  it('leaves a lane alone that another process drives', async () => {
    await house.tables.addRun();
    await house.run(() =>
      house.get(LaneLeases).take(deviceId, 'other', BEGINNING, house.clock.now() + 20_000),
    );
    await house.drive();
    expect(house.gateway.lookups).toEqual([]);
  });

  it('finds what was started while it gave the lane back', async () => {
    await house.tables.addRun({ total: 1 });
    const leases = house.get(LaneLeases);
    const { release } = leases;
    leases.release = async function releaseTooLate(lease) {
      leases.release = release;
      await house.tables.addRun({ broadcastId: someId(2), importId: someId(102), total: 1 });
      await release.call(this, lease);
    };
    await house.drive();
    expect((await house.runOf(someId(2))).state).toBe('finished');
  });

  it('keeps its lane while the engine takes long', async () => {
    await house.tables.addRun({ total: 1 });
    let answer: (outcome: SendOutcome) => void = () => undefined;
    house.gateway.onSend = () => new Promise((resolve) => (answer = resolve));
    const driven = house.drive();
    await house.pass(60_000, 1_000);
    const taken = house.run(() =>
      house.get(LaneLeases).take(deviceId, 'other', house.clock.now(), house.clock.now() + 20_000),
    );
    expect(await taken).toBeNull();
    answer({ kind: 'accepted' });
    await driven;
    expect(await house.tables.states()).toEqual(['sent']);
  });

  it('does not wait for ever for an answer, and believes it when it comes late', async () => {
    await house.tables.addRun({ total: 1 });
    let answer: (outcome: SendOutcome) => void = () => undefined;
    house.gateway.onSend = () => new Promise((resolve) => (answer = resolve));
    const driven = house.drive();
    await house.pass(361_000, 4_000);
    await driven;
    expect(await house.tables.states()).toEqual(['unknown']);
    answer({ kind: 'accepted' });
    await house.rest();
    expect(await house.tables.states()).toEqual(['sent']);
  });

  it('writes down what became of a message when the database is back, and sends nothing twice', async () => {
    await house.tables.addRun({ total: 2 });
    const { landAlone } = house.tables.ledger;
    let broken = 3;
    house.get(Ledger).landAlone = async function landOrFail(...given) {
      if (broken-- > 0) throw new Error('server has gone away');
      return landAlone.apply(this, given);
    };
    const driven = house.drive();
    await house.pass(10_000, 250);
    await driven;
    expect(house.gateway.handovers).toHaveLength(2);
    expect(await house.tables.states()).toEqual(['sent', 'sent']);
    expect(house.log.errors).toHaveLength(3);
  });
});
