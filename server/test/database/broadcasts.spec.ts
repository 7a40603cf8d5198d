import { expect, it } from '@jest/globals';
import {
  BROADCAST_ROWS,
  describeBroadcastRepository,
} from '../../src/modules/broadcast/testing/broadcast-repository.suite.js';
import { someBroadcast } from '../../src/modules/broadcast/testing/some-broadcast.js';
import { TypeormBroadcastRepository } from '../../src/modules/broadcast/infrastructure/persistence/typeorm-broadcast-repository.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('broadcasts', (serverUrl) => {
  describeBroadcastRepository('MariaDB', () => openMariaDb(BROADCAST_ROWS, serverUrl));

  it('lets the second who holds a broadcast see what the first did with it', async () => {
    const { database, close } = await openMariaDb(BROADCAST_ROWS, serverUrl);
    const broadcasts = new TypeormBroadcastRepository(database);
    const before = someBroadcast();
    await database.run(() => broadcasts.add(before));
    const held: (() => void)[] = [];
    const firstHolds = new Promise<void>((resolve) => held.push(resolve));
    const first = database.run(async () => {
      await broadcasts.hold(before.id, 'all');
      held[0]?.();
      // The second waits for the row now or will: whichever, it may not see the old text.
      await database.manager.query('SELECT SLEEP(0.2)');
      await broadcasts.replace(before, { ...before, text: 'baru', revision: 2 });
    });
    await firstHolds;
    const second = await database.run(async () => {
      const seen = await broadcasts.hold(before.id, 'all');
      return [seen?.text, (await broadcasts.find(before.id, 'all'))?.text];
    });
    await first;
    expect(second).toEqual(['baru', 'baru']);
    await close();
  });
});
