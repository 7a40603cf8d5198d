import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRecipientDesk } from '../testing/recipient-desk.js';
import type { RecipientDesk } from '../testing/recipient-desk.js';
import { listId, someList, someRecipient } from '../testing/recipient-storage.js';

const HOUR = 60 * 60 * 1000;

let desk: RecipientDesk;

beforeEach(async () => {
  desk = await openRecipientDesk();
});

afterEach(() => desk.close());

/** A list with as many recipients, as a crash leaves it. */
async function leave(number: number, given: Parameters<typeof someList>[0], rows = 1) {
  await desk.unit.run(async () => {
    await desk.imports.add(someList({ id: listId(number), createdAt: desk.clock.now(), ...given }));
    await desk.recipients.add(
      listId(number),
      Array.from({ length: rows }, (_, n) => someRecipient(n)),
    );
  });
}

const rowsOf = (of: RecipientDesk, number: number) =>
  of.unit.run(() => of.recipients.after(listId(number), 0, 5_000));

async function restart(): Promise<void> {
  await desk.stop();
  desk = await openRecipientDesk(desk.dataDir);
}

describe('after a crash', () => {
  it('ends the lists that were being worked on, and leaves the others', async () => {
    await leave(1, { state: 'inspecting', storedName: desk.putUpload('one') });
    await leave(2, { state: 'reading', storedName: desk.putUpload('two') });
    await leave(3, { state: 'choosing-columns', storedName: desk.putUpload('three') });
    await leave(4, { state: 'ready', storedName: null });
    desk.putUpload('stray');
    await restart();
    const states = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const { state, failure } = await desk.get(listId(number));
        return [state, failure?.code];
      }),
    );
    expect(states).toEqual([
      ['failed', 'interrupted'],
      ['failed', 'interrupted'],
      ['choosing-columns', undefined],
      ['ready', undefined],
    ]);
    expect(desk.uploads()).toEqual(['three']);
    expect(await rowsOf(desk, 2)).toEqual([]);
    expect(await rowsOf(desk, 4)).toHaveLength(1);
  });

  it('goes on deleting a list that was given up', async () => {
    await leave(1, { state: 'ready', storedName: null }, 3);
    await desk.unit.run(() => desk.imports.discard(listId(1), 5));
    await restart();
    await desk.janitor.idle();
    expect(await rowsOf(desk, 1)).toEqual([]);
    expect(await desk.unit.run(() => desk.remains.discarded())).toEqual([]);
  });
});

describe('every hour', () => {
  it('gives up lists of yesterday that no broadcast took, and old uploads of nobody', async () => {
    await leave(1, { state: 'ready', storedName: null });
    await leave(2, { state: 'ready', storedName: null, broadcastId: listId(50) });
    await leave(3, { state: 'choosing-columns', storedName: desk.putUpload('three') });
    desk.putUpload('arriving', desk.clock.now() + 24.5 * HOUR);
    desk.putUpload('stray');
    await desk.clock.advance(24 * HOUR);
    await desk.janitor.idle();
    expect(await desk.unit.run(() => desk.imports.find(listId(1)))).not.toBeNull();
    await desk.clock.advance(HOUR);
    await desk.janitor.idle();
    expect(await desk.unit.run(() => desk.imports.find(listId(1)))).toBeNull();
    expect(await rowsOf(desk, 1)).toEqual([]);
    expect(await rowsOf(desk, 2)).toHaveLength(1);
    expect(desk.uploads()).toEqual(['arriving']);
  });
});

describe('Hapus Pesan', () => {
  it('deletes thousands of recipients soon after, in small units', async () => {
    await leave(1, { state: 'ready', storedName: null, broadcastId: listId(50) }, 2_500);
    await leave(2, { state: 'ready', storedName: null, broadcastId: listId(51) });
    await desk.unit.run(() => desk.lists.discard(listId(1)));
    await desk.janitor.idle();
    expect(await rowsOf(desk, 1)).toEqual([]);
    expect(await rowsOf(desk, 2)).toHaveLength(1);
  });

  it('deletes nothing when the unit is undone', async () => {
    await leave(1, { state: 'ready', storedName: null, broadcastId: listId(50) });
    const undone = desk.unit.run(async () => {
      await desk.lists.discard(listId(1));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await desk.janitor.idle();
    expect(await rowsOf(desk, 1)).toHaveLength(1);
  });
});
