import { expect, it } from '@jest/globals';
import { FakeClock } from '../../../../platform/kernel/fake-clock.js';
import { describeLanes, HeldDriver } from '../../testing/lanes.suite.js';
import { ErrorLog } from '../../testing/recorders.js';
import { InProcessLanes } from './in-process-lanes.js';

const settle = async (): Promise<void> => {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
};

describeLanes('in this process', () => {
  const [driver, clock] = [new HeldDriver(), new FakeClock()];
  return Promise.resolve({
    lanes: new InProcessLanes(driver, clock, new ErrorLog()),
    driver,
    settle,
    pass: async (milliseconds: number) => {
      await clock.advance(milliseconds);
      await settle();
    },
    close: () => Promise.resolve(),
  });
});

it('lanes that were not started answer no ring', async () => {
  const driver = new HeldDriver();
  new InProcessLanes(driver, new FakeClock(), new ErrorLog()).ring('device');
  await settle();
  expect(driver.drives).toEqual([]);
});
