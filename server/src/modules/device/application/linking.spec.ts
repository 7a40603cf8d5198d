import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LinkMethod, SessionState } from '#contracts/device.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DeviceRoom } from '../testing/device-room.js';
import { IBU_SARI, openDeviceRoom } from '../testing/device-room.js';
import { aDevice } from '../testing/devices.js';
import { DeviceStateChanged } from './device-events.js';
import { SimulateScan } from './simulate-scan.js';
import { StartLinking } from './start-linking.js';
import { StopLinking } from './stop-linking.js';

describe('Scan Barcode', () => {
  const device = aDevice();
  let room: DeviceRoom;
  let startLinking: StartLinking;
  let stopLinking: StopLinking;
  let simulateScan: SimulateScan;

  beforeEach(async () => {
    room = await openDeviceRoom();
    const { changes, engines, challenges, readLink, audit, clock, gateways, news, unit } = room;
    startLinking = new StartLinking(changes, engines, challenges, readLink, audit, clock);
    stopLinking = new StopLinking(changes, engines, readLink, audit, clock);
    simulateScan = new SimulateScan(gateways, readLink, news, unit, audit);
    await room.has(device);
  });

  afterEach(() => room.close());

  const start = (method: LinkMethod = 'qr') => startLinking.run(device.id, method, IBU_SARI);
  const stop = () => stopLinking.run(device.id, IBU_SARI);
  const tell = async (state: SessionState, reason: string | null = null) => {
    room.news.sessionChanged(device.id, state, reason);
    await room.news.settled();
  };
  const showCode = async (qr: string) => {
    room.news.pairingCode(device.id, {
      method: 'qr',
      code: qr,
      expiresAt: room.clock.now() + 20_000,
    });
    await room.news.settled();
  };
  const actions = () => room.audit.entries.map(({ action, by }) => `${action} by ${by}`);

  it('refuses, and changes nothing, where no process can be asked', async () => {
    room.holder.find = () => Promise.reject(new DomainError('DEVICE.HELD_ELSEWHERE'));
    await expect(start()).rejects.toMatchObject({ code: 'DEVICE.HELD_ELSEWHERE' });
    expect(await room.stored(device.id)).toMatchObject({ state: 'unlinked' });
    expect(room.practice.calls).toEqual([]);
    expect(actions()).toEqual([]);
  });

  it('asks the engine for codes and shows them to those who may link, also after a reload', async () => {
    const [managing, reading] = [room.watch('devices:manage'), room.watch('devices:read')];
    expect(await start()).toMatchObject({ device: { state: 'preparing' }, challenge: null });
    expect(room.practice.calls).toEqual([`start ${device.id}`]);
    await tell('waiting-for-scan');
    await showCode('code 1');
    const challenge = {
      deviceId: device.id,
      method: 'qr',
      code: 'code 1',
      expiresAt: new Date(room.clock.now() + 20_000).toISOString(),
    };
    expect(managing).toEqual([{ type: 'device-challenge', challenge }]);
    expect(reading.map(({ type }) => type)).toEqual(['device-changed', 'device-changed']);
    expect(await room.readLink.run(device.id, 'all')).toMatchObject({ challenge });
    expect(actions()).toEqual(['device.link by Ibu Sari']);
  });

  it('keeps the code out of the database and forgets it when it is over', async () => {
    await start();
    await tell('waiting-for-scan');
    await showCode('code 1');
    const rows = await room.unit.dataSource.query<unknown[]>('SELECT * FROM devices');
    expect(JSON.stringify(rows)).not.toContain('code 1');
    await room.clock.advance(20_000);
    expect((await room.readLink.run(device.id, 'all')).challenge).toBeNull();
    await showCode('code 2');
    await tell('linking');
    expect((await room.readLink.run(device.id, 'all')).challenge).toBeNull();
  });

  it('goes over the scan to authenticated, and writes down who linked what', async () => {
    await start();
    for (const state of ['waiting-for-scan', 'linking', 'ready'] as const) await tell(state);
    expect(await room.readLink.run(device.id, 'all')).toMatchObject({
      device: { status: 'authenticated', linkedAt: new Date(room.clock.now()).toISOString() },
      challenge: null,
    });
    expect(room.heard).toEqual(
      ['preparing', 'waiting-for-scan', 'linking', 'ready'].map(
        (state) => new DeviceStateChanged(device.id, state as SessionState),
      ),
    );
    expect(actions()).toEqual(['device.link by Ibu Sari', 'device.linked by system']);
  });

  it('joins a second person to the codes that are shown', async () => {
    await Promise.all([start(), start()]);
    expect(room.practice.calls).toEqual([`start ${device.id}`]);
    expect(actions()).toEqual(['device.link by Ibu Sari']);
  });

  it('refuses a device that is linked', async () => {
    await start();
    await tell('ready');
    await expect(start()).rejects.toMatchObject({
      code: 'DEVICE.ALREADY_LINKED',
      params: { name: 'Poli Anak' },
    });
  });

  it('tells that the engine failed by the state of the device', async () => {
    room.practice.failing.add('start');
    expect(await start()).toMatchObject({
      device: { state: 'failed', reason: 'engine-failed', status: 'disconnected' },
    });
    expect(room.log.errors).toHaveLength(1);
    room.practice.failing.clear();
    expect(await start()).toMatchObject({ device: { state: 'preparing', reason: null } });
  });

  it('says which number scanned when it was the wrong one', async () => {
    await start();
    await tell('waiting-for-scan');
    await tell('wrong-number', '+6281200000009');
    expect(await room.readLink.run(device.id, 'all')).toMatchObject({
      device: { state: 'wrong-number', reason: '+6281200000009', status: 'disconnected' },
    });
  });

  it('stops codes, and lets none come up that was on its way', async () => {
    await start();
    await tell('waiting-for-scan');
    await showCode('code 1');
    expect(await stop()).toMatchObject({ device: { state: 'unlinked' }, challenge: null });
    expect(room.practice.calls).toContain(`stop ${device.id}`);
    const managing = room.watch('devices:manage');
    await showCode('code 2');
    await tell('waiting-for-scan');
    expect(managing).toEqual([]);
    expect(await room.readLink.run(device.id, 'all')).toMatchObject({
      device: { state: 'unlinked' },
    });
  });

  it('does not stop a phone that has scanned, not even at the last moment', async () => {
    await start();
    await tell('waiting-for-scan');
    room.practice.during.set('stop', () => tell('linking'));
    expect(await stop()).toMatchObject({ device: { state: 'linking' } });
    room.practice.calls.length = 0;
    expect(await stop()).toMatchObject({ device: { state: 'linking' } });
    expect(room.practice.calls).toEqual([]);
    expect(actions()).toEqual(['device.link by Ibu Sari']);
  });

  it('plays the phone where the engine can, and refuses where nothing can be scanned', async () => {
    room.practice.during.set('scan', () => {
      room.news.sessionChanged(device.id, 'linking', null);
      return Promise.resolve();
    });
    await start();
    await tell('waiting-for-scan');
    const scanned = await simulateScan.run(device.id, IBU_SARI);
    expect(scanned).toMatchObject({ device: { state: 'linking' } });
    expect(actions()).toContain('device.simulated-scan by Ibu Sari');
    room.practice.shows = false;
    const refused = simulateScan.run(device.id, IBU_SARI);
    await expect(refused).rejects.toMatchObject({ code: 'DEVICE.NO_CHALLENGE' });
  });

  it('joins the codes that are shown, and changes to the other kind when asked', async () => {
    await start();
    await tell('waiting-for-scan');
    await showCode('code 1');
    expect((await start('qr')).challenge).toMatchObject({ code: 'code 1' });
    expect((await start('phone-code')).device.state).toBe('preparing');
  });

  it.each([
    ['start', () => startLinking.run('nobody', 'qr', IBU_SARI)],
    ['stop', () => stopLinking.run('nobody', IBU_SARI)],
    ['scan', () => simulateScan.run('nobody', IBU_SARI)],
  ])('knows no device that is not there: %s', async (_, act) => {
    await expect(act()).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
  });
});
