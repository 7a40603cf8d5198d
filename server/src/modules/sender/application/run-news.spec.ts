import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SenderHouse } from '../testing/sender-house.js';
import { someRun } from '../testing/sender-tables.js';
import { RunNews } from './run-news.js';

const { broadcastId } = someRun();

describe('live news of a run', () => {
  let house: SenderHouse;
  beforeEach(async () => {
    house = await SenderHouse.open();
  });
  afterEach(() => house.close());

  it('are told at once, twice a second at most, and the last change always', async () => {
    await house.tables.addRun({ total: 40 });
    await house.start();
    await house.rest();
    expect(house.gateway.handovers).toHaveLength(40);
    expect(house.told).toHaveLength(1);
    await house.pass(500);
    expect(house.told).toHaveLength(2);
    expect(house.told.at(-1)).toMatchObject({ state: 'finished', counts: { sent: 40 } });
    await house.pass(2_000);
    expect(house.told).toHaveLength(2);
  });

  it('go on twice a second while there is something new', async () => {
    await house.tables.addRun();
    const news = house.get(RunNews);
    for (let change = 0; change < 20; change++) {
      news.changed(broadcastId);
      await house.rest();
      await house.pass(100);
    }
    await house.pass(1_000);
    expect(house.told).toHaveLength(5);
  });

  it('are told later when the database was away, also the last of a run', async () => {
    await house.tables.addRun();
    const unit = house.get(UnitOfWork);
    const run = jest.spyOn(unit, 'run').mockRejectedValueOnce(new Error('away'));
    house.get(RunNews).changed(broadcastId);
    await house.rest();
    expect(house.told).toEqual([]);
    run.mockRestore();
    await house.pass(5_000);
    expect(house.told).toHaveLength(1);
  });

  it('end with a run that was forgotten', async () => {
    house.get(RunNews).changed(broadcastId);
    await house.rest();
    expect(house.told).toEqual([]);
    expect(house.log.errors).toEqual([]);
    await house.pass(500);
  });
});
