import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeviceRemoved, DeviceStateChanged } from '../../device/index.js';
import { PAK_BUDI, SenderHouse } from '../testing/sender-house.js';
import { someId, someRun } from '../testing/sender-tables.js';
import { PauseRun } from './pause-run.js';

const { broadcastId, deviceId } = someRun();

describe('what becomes of a device', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
    await house.tables.addRun();
  });
  afterEach(() => house.close());

  const become = async (given: Parameters<typeof house.devices.put>[1]) => {
    house.devices.put(deviceId, given);
    house.events.publish(new DeviceStateChanged(deviceId, given?.state ?? 'ready'));
    await house.rest();
  };

  it('is waited for when it comes back by itself, and then sending goes on', async () => {
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.start();
    await become({ state: 'reconnecting' });
    expect(await house.runOf()).toMatchObject({ state: 'sending', counts: { pending: 3 } });
    await become({ state: 'ready' });
    expect(await house.runOf()).toMatchObject({ state: 'finished', counts: { sent: 3 } });
  });

  it('pauses its broadcasts when only a person can bring it back', async () => {
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.start();
    await become({ state: 'logged-out' });
    expect(await house.runOf()).toMatchObject({
      state: 'paused',
      pauseReason: 'device-disconnected',
    });
    expect(house.book.deeds).toMatchObject([
      { by: 'system', action: 'broadcast.pause', details: { reason: 'device-disconnected' } },
    ]);
    await become({ state: 'ready' });
    expect((await house.runOf()).state).toBe('paused');
  });

  it('says so when it pauses them because WhatsApp restricted the number', async () => {
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.start();
    await become({ state: 'restricted' });
    expect(await house.runOf()).toMatchObject({ state: 'paused', pauseReason: 'restricted' });
  });

  it('stops a lane at work when it is logged out', async () => {
    house.gateway.onSend = () => {
      house.devices.put(deviceId, { state: 'logged-out' });
      house.events.publish(new DeviceStateChanged(deviceId, 'logged-out'));
      return { kind: 'accepted' };
    };
    await house.start();
    await house.rest();
    expect(await house.tables.states()).toEqual(['sent', 'pending', 'pending']);
    expect((await house.runOf()).pauseReason).toBe('device-disconnected');
  });

  it('pauses its broadcasts for good when it is removed, also those that were paused', async () => {
    await house.tables.addRun({ broadcastId: someId(2), importId: someId(102) });
    await house.get(PauseRun).byPerson(broadcastId, PAK_BUDI);
    house.devices.put(deviceId, { state: 'reconnecting' });
    await house.start();
    house.devices.put(deviceId, { removed: true });
    house.events.publish(new DeviceRemoved(deviceId));
    await house.rest();
    for (const id of [broadcastId, someId(2)]) {
      expect(await house.runOf(id)).toMatchObject({
        state: 'paused',
        pauseReason: 'device-removed',
      });
    }
  });

  it('is seen at the start of the server, too', async () => {
    house.devices.put(deviceId, { removed: true });
    await house.start();
    expect((await house.runOf()).pauseReason).toBe('device-removed');
    expect(house.gateway.lookups).toEqual([]);
  });

  it('wakes nobody when it has nothing to send', async () => {
    const strange = new DeviceStateChanged(someId(909), 'ready');
    await house.start();
    house.events.publish(strange);
    await house.rest();
    expect(house.log.errors).toEqual([]);
  });
});
