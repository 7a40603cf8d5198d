import { beforeEach, describe, expect, it } from '@jest/globals';
import { RecordingLog } from '../../../test/support/recording-log.js';
import { FakeClock } from '../kernel/fake-clock.js';
import { PrometheusMetrics } from './prometheus-metrics.js';

const STATES = { state: ['on', 'off'] as const };

describe('PrometheusMetrics', () => {
  let clock: FakeClock;
  let metrics: PrometheusMetrics;

  beforeEach(() => {
    clock = new FakeClock();
    metrics = new PrometheusMetrics(clock, new RecordingLog());
  });

  const lines = async (name: string): Promise<string[]> =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

  it('shows a counter from its beginning on', async () => {
    const counter = metrics.counter({ name: 'prima_x_total', help: 'x', labels: STATES });
    counter.add({ state: 'on' });
    counter.add({ state: 'on' }, 2);
    expect(await lines('prima_x_total')).toEqual([
      'prima_x_total{state="on"} 3',
      'prima_x_total{state="off"} 0',
    ]);
  });

  it('shows no label that its measure does not know', async () => {
    const counter = metrics.counter({ name: 'prima_x_total', help: 'x', labels: STATES });
    const labels = { state: '+6281299000777', patient: 'Sari' };
    counter.add(labels as unknown as { state: 'on' });
    expect(await lines('prima_x_total')).toContain('prima_x_total{state="other"} 1');
    expect(await metrics.text()).not.toMatch(/6281299000777|Sari/u);
  });

  it('looks gauges up when it is asked, and leaves no old value when that fails', async () => {
    let answer: () => Promise<number> = () => Promise.resolve(7);
    metrics.gauges({ height: { name: 'prima_height', help: 'x', labels: {} } }, async () => ({
      height: [{ labels: {}, value: await answer() }],
    }));
    expect(await lines('prima_height')).toEqual(['prima_height 7']);
    answer = () => Promise.reject(new Error('away'));
    expect(await lines('prima_height')).not.toContain('prima_height 7');
  });

  it('waits for no gauge for long, and asks no second time while the first is open', async () => {
    let asked = 0;
    metrics.gauges({ height: { name: 'prima_height', help: 'x', labels: {} } }, () => {
      asked += 1;
      return new Promise(() => undefined);
    });
    for (let round = 0; round < 2; round++) {
      const text = metrics.text();
      await clock.advance(5_000);
      expect(await text).toContain('process_cpu_seconds_total');
    }
    expect(asked).toBe(1);
  });
});
