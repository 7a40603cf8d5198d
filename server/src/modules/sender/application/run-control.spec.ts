import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someId, someRun } from '../testing/sender-tables.js';
import { CancelRun } from './cancel-run.js';
import { PauseRun } from './pause-run.js';
import { ResumeRun } from './resume-run.js';
import { RunStateChanged } from './runs.js';
import { RunProgressed } from './sender-events.js';
import { WakeLanes } from './wake-lanes.js';

const { broadcastId, deviceId } = someRun();

describe('Jeda, Lanjutkan and Batalkan', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
  });
  afterEach(() => house.close());

  const pause = (id = broadcastId) => house.get(PauseRun).byPerson(id, PAK_BUDI);
  const resume = () => house.get(ResumeRun).run(broadcastId, PAK_BUDI);
  const cancel = () => house.get(CancelRun).run(broadcastId, PAK_BUDI);

  it('stop, go on, and are written down with who did it', async () => {
    await house.tables.addRun();
    const heard: string[] = [];
    house.events.subscribe(RunStateChanged, ({ state }) => {
      heard.push(state);
    });
    expect(await pause()).toMatchObject({ state: 'paused', pauseReason: null, estimatedEnd: null });
    await house.drive();
    expect(house.gateway.handovers).toEqual([]);
    expect(await resume()).toMatchObject({ state: 'sending' });
    await house.drive();
    expect(await house.runOf()).toMatchObject({ state: 'finished', counts: { sent: 3 } });
    expect(heard).toEqual(['paused', 'sending', 'finished']);
    expect(house.book.deeds.map(({ by, action }) => `${by} ${action}`)).toEqual([
      'Pak Budi broadcast.pause',
      'Pak Budi broadcast.resume',
    ]);
  });

  it('refuse what does not fit the state', async () => {
    await expect(pause()).rejects.toMatchObject({ code: 'RUN.NOT_FOUND' });
    await house.tables.addRun();
    await expect(resume()).rejects.toMatchObject({ code: 'RUN.NOT_IN_STATE' });
    await pause();
    await expect(pause()).rejects.toMatchObject({ code: 'RUN.NOT_IN_STATE' });
    await cancel();
    await expect(cancel()).rejects.toMatchObject({ code: 'RUN.NOT_IN_STATE' });
    await expect(resume()).rejects.toMatchObject({ code: 'RUN.NOT_IN_STATE' });
  });

  it('refuse to go on with a device that cannot send', async () => {
    await house.tables.addRun();
    await pause();
    house.devices.put(deviceId, { state: 'logged-out' });
    await expect(resume()).rejects.toMatchObject({ code: 'DEVICE.NOT_READY' });
    house.devices.put(deviceId, { removed: true });
    await expect(resume()).rejects.toMatchObject({ code: 'RUN.DEVICE_REMOVED' });
    expect((await cancel()).state).toBe('cancelled');
  });

  it('cancel everybody who waits, however many, and end who is in flight', async () => {
    await house.tables.addRun({ total: 2_500 });
    house.gateway.onSend = async () => {
      await cancel();
      return { kind: 'accepted' };
    };
    await house.drive();
    expect(await house.runOf()).toMatchObject({
      state: 'cancelled',
      counts: { sent: 1, pending: 0, cancelled: 2_499 },
    });
    expect((await house.runOf()).finishedAt).not.toBeNull();
  });

  it('let no claim pass from the first recipient on that they cancel', async () => {
    await house.tables.addRun({ total: 1_001 });
    const states: string[] = [];
    house.events.subscribe(RunProgressed, async () => {
      states.push((await house.runOf()).state);
    });
    await cancel();
    await house.rest();
    expect(states).toEqual(['cancelled', 'cancelled']);
  });

  it('end a cancelling that was interrupted, with the next round', async () => {
    await house.tables.addRun();
    const flip = { from: 'sending', to: 'cancelled', pauseReason: null, finishedAt: 1 } as const;
    await house.run(() => house.tables.runs.change(broadcastId, flip));
    await house.get(WakeLanes).run();
    expect(await house.tables.states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  it('leave other broadcasts of the device alone', async () => {
    await house.tables.addRun();
    await house.tables.addRun({ broadcastId: someId(2), importId: someId(102) });
    await cancel();
    await house.drive();
    expect(await house.runOf(someId(2))).toMatchObject({ state: 'finished', counts: { sent: 3 } });
  });
});
