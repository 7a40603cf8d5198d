import { expect, it } from '@jest/globals';
import { openBenchDatabase } from './lanes-database.js';
import { LanesCandidate } from './lanes-candidate.js';
import { LanesFloor } from './lanes-floor.js';

it('the bench of lanes can be put together, and sends everything once', async () => {
  const database = await openBenchDatabase('sqlite');
  if (!database) throw new Error('SQLite is always there');
  try {
    for (const attempts of [false, true]) {
      const floor = await LanesFloor.open(database, 2, attempts);
      await floor.prepare(200);
      await floor.send();
    }
    const candidate = await LanesCandidate.open(database, 2);
    await candidate.prepare(20);
    await candidate.send();
    // Rejects when anything was sent twice or not at all.
    await expect(candidate.close()).resolves.toBeUndefined();
  } finally {
    await database.close();
  }
});
