import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Metrics } from '../../../platform/metrics/metrics.js';
import type { RecordedMetrics } from '../../../platform/metrics/testing/recorded-metrics.js';
import { SenderHouse } from '../testing/sender-house.js';
import { BEGINNING } from '../testing/sender-tables.js';

describe('the pace of a lane', () => {
  let house: SenderHouse;
  let at: number[];

  beforeEach(async () => {
    house = await SenderHouse.open({ pace: { min: 8, max: 20 } });
    at = [];
    house.gateway.onSend = () => {
      at.push(house.clock.now() - BEGINNING);
      return { kind: 'accepted' };
    };
  });
  afterEach(() => house.close());

  it('lies between any two messages, and none before the first', async () => {
    await house.tables.addRun();
    const driven = house.drive();
    await house.rest();
    expect(at).toEqual([0]);
    await house.pass(7_900);
    expect(at).toEqual([0]);
    await house.pass(10_000);
    await driven;
    expect(at).toEqual([0, 8_000, 16_000]);
  });

  it('is measured: how late messages are against it, and what became of whom', async () => {
    await house.tables.addRun();
    house.gateway.onLookup = async () => {
      await house.clock.wait(400);
      return at.length === 2 ? { kind: 'not-on' } : { kind: 'on', address: 'a' };
    };
    const driven = house.drive();
    await house.pass(30_000);
    await driven;
    const metrics = house.get(Metrics) as RecordedMetrics;
    const engine = 'practice';
    // The first is planned for the moment in which the lane begins.
    expect(metrics.of('prima_handover_lateness_seconds')).toEqual([
      [{ engine }, 0.4],
      [{ engine }, 0.4],
    ]);
    expect(metrics.of('prima_messages_total').map(([labels]) => labels)).toEqual([
      { engine, outcome: 'accepted' },
      { engine, outcome: 'accepted' },
      { engine, outcome: 'not-on-whatsapp' },
    ]);
  });

  it('outlives the process', async () => {
    await house.tables.addRun();
    const stop = new AbortController();
    const first = house.drive(stop.signal);
    await house.rest();
    stop.abort();
    await first;
    await house.pass(3_000);
    const second = house.drive();
    await house.pass(14_000);
    await second;
    expect(at).toEqual([0, 8_000, 16_000]);
  });

  it('is kept with numbers that have no WhatsApp, too', async () => {
    await house.tables.addRun();
    const asked: number[] = [];
    house.gateway.onLookup = () => {
      asked.push(house.clock.now() - BEGINNING);
      return { kind: 'not-on' };
    };
    const driven = house.drive();
    await house.rest();
    await house.pass(17_000);
    await driven;
    expect(asked).toEqual([0, 8_000, 16_000]);
  });

  it('counts from the end of a message that took long', async () => {
    await house.tables.addRun({ total: 2 });
    house.gateway.onSend = async () => {
      at.push(house.clock.now() - BEGINNING);
      await house.clock.wait(3_000);
      return { kind: 'accepted' };
    };
    const driven = house.drive();
    await house.rest();
    await house.pass(20_000);
    await driven;
    expect(at).toEqual([0, 11_000]);
  });

  it('makes no burst after the machine slept', async () => {
    await house.tables.addRun();
    const driven = house.drive();
    await house.rest();
    await house.clock.advance(3_600_000);
    await house.rest();
    expect(at).toEqual([0, 3_600_000]);
    await house.pass(9_000).then(() => driven);
    expect(at).toEqual([0, 3_600_000, 3_608_000]);
  });
});
