import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { DeviceRef } from '../../../src/modules/device/application/ports/whatsapp-gateway.js';
import {
  HALO,
  POLI_ANAK,
  POLI_GIGI,
  link,
} from '../../../src/modules/device/testing/gateway-harness.js';
import { deviceId } from '../../../src/modules/device/testing/devices.js';
import { deliver, digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { hostProcesses, isRunning, parentOf } from './own-processes.js';

const POLI_MATA: DeviceRef = { id: deviceId(3), phone: '+6281200000003' };
const PATIENT = '+6281300000001';

/** Three devices are linked once; then one thing after the other befalls the first of them. */
describe('sessions of whatsapp-web.js that something befalls', () => {
  let engine: EngineUnderTest;
  const sent: string[] = [];

  const account = digits(POLI_ANAK.phone);
  const states = (device = POLI_ANAK) => engine.news.statesOf(device);
  /** Lets it happen and waits until the device is usable again; answers what was told meanwhile. */
  const afterwards = async (befall: () => unknown) => {
    const before = states().length;
    await befall();
    await engine.until(() => states().length > before && states().at(-1) === 'ready');
    // A state may be told again with another reason.
    return states()
      .slice(before)
      .filter((state, at, all) => state !== all[at - 1]);
  };
  const send = async (device: DeviceRef) => {
    sent.push(await deliver(engine, device, PATIENT));
  };

  beforeAll(async () => {
    engine = await openWhatsappWeb();
    for (const device of [POLI_ANAK, POLI_GIGI, POLI_MATA]) await link(engine, device);
  });

  afterAll(() => engine.close());

  it('keeps the other devices out of it when a browser is killed', async () => {
    const others = [POLI_GIGI, POLI_MATA];
    const hosts = hostProcesses();
    const [browser = 0] = engine.standIn.browsers(account);
    expect(browser).toBeGreaterThan(0);
    const told = afterwards(() => process.kill(browser, 'SIGKILL'));
    await engine.until(() => states().at(-1) === 'reconnecting');
    expect(engine.news.reasons.get(POLI_ANAK.id)).toBe('engine-restarting');
    await Promise.all(others.map(send));
    expect(await told).toEqual(['reconnecting', 'ready']);
    await send(POLI_ANAK);
    for (const other of others) expect(states(other).at(-1)).toBe('ready');
    expect(hosts.filter((host) => hostProcesses().includes(host))).toHaveLength(2);
  });

  it('starts a killed host process anew, and leaves none of its browsers behind', async () => {
    const [browser = 0] = engine.standIn.browsers(account);
    const host = parentOf(browser);
    expect(await afterwards(() => process.kill(host, 'SIGKILL'))).toEqual([
      'reconnecting',
      'ready',
    ]);
    expect(isRunning(browser)).toBe(false);
    await send(POLI_ANAK);
  });

  it('kills a host process that hangs', async () => {
    const host = parentOf(engine.standIn.browsers(account)[0] ?? 0);
    expect(await afterwards(() => process.kill(host, 'SIGSTOP'))).toEqual([
      'reconnecting',
      'ready',
    ]);
    expect(isRunning(host)).toBe(false);
  });

  it('comes back after its page crashed', async () => {
    expect(await afterwards(() => engine.standIn.crashPage(account))).toEqual([
      'reconnecting',
      'ready',
    ]);
    await send(POLI_ANAK);
  });

  it('comes back after its page hung', async () => {
    expect(await afterwards(() => engine.standIn.hang(60_000, account))).toEqual([
      'reconnecting',
      'ready',
    ]);
  });

  it('comes back in the same browser after its page loaded itself anew', async () => {
    const [browser] = engine.standIn.browsers(account);
    expect(await afterwards(() => engine.standIn.reload(account))).toEqual([
      'reconnecting',
      'ready',
    ]);
    expect(engine.standIn.browsers(account)).toEqual([browser]);
    await send(POLI_ANAK);
  });

  it('tells nothing twice when the page says once more that it has synced', async () => {
    const before = states();
    engine.standIn.resync(account);
    await engine.settle();
    expect(states()).toEqual(before);
    await send(POLI_ANAK);
  });

  it('tells a lost network, hands nothing over meanwhile, and goes on in the same browser', async () => {
    const [browser] = engine.standIn.browsers(account);
    const found = await engine.gateway.directory.lookup(POLI_ANAK.id, PATIENT);
    const address = found.kind === 'on' ? found.address : '';
    const told = afterwards(() => {
      engine.standIn.offline(account);
    });
    await engine.until(() => states().at(-1) === 'reconnecting');
    expect(engine.news.reasons.get(POLI_ANAK.id)).toBe('connection-lost');
    const refused = engine.gateway.messages.send(POLI_ANAK.id, 'not-now', address, HALO);
    expect(await refused).toEqual({ kind: 'refused', reason: 'device-not-ready' });
    engine.standIn.online(account);
    expect(await told).toEqual(['reconnecting', 'ready']);
    expect(engine.standIn.browsers(account)).toEqual([browser]);
    await send(POLI_ANAK);
  });

  it('takes a timeout of WhatsApp for a lost network', async () => {
    const told = afterwards(() => {
      engine.standIn.setState(account, 'TIMEOUT');
    });
    await engine.until(() => states().at(-1) === 'reconnecting');
    engine.standIn.setState(account, 'CONNECTED');
    expect(await told).toEqual(['reconnecting', 'ready']);
  });

  it('cannot tell what became of a message whose host was killed, and never sends it again', async () => {
    const found = await engine.gateway.directory.lookup(POLI_ANAK.id, PATIENT);
    const address = found.kind === 'on' ? found.address : '';
    const messageId = await engine.gateway.messages.newMessageId(POLI_ANAK.id);
    engine.standIn.fault(digits(PATIENT), 'hang-after');
    const sending = engine.gateway.messages.send(POLI_ANAK.id, messageId, address, HALO);
    const arrived = () => engine.standIn.outbox().some(({ id }) => messageId.includes(id));
    await engine.until(arrived);
    const host = parentOf(engine.standIn.browsers(account)[0] ?? 0);
    await afterwards(() => process.kill(host, 'SIGKILL'));
    // What WhatsApp confirmed before the process died may be known; refused it must not be.
    expect(['accepted', 'unknown']).toContain((await sending).kind);
    sent.push(messageId);
  });

  it('has lost and repeated nothing', async () => {
    await setTimeout(300);
    const arrived = engine.standIn.outbox();
    expect(arrived.map(({ times }) => times)).toEqual(arrived.map(() => 1));
    expect(arrived).toHaveLength(sent.length);
    for (const id of sent) expect(arrived.filter((one) => id.includes(one.id))).toHaveLength(1);
    expect(engine.news.codesOf(POLI_ANAK)).toHaveLength(1);
  });
});
