import { describe, expect, it } from '@jest/globals';
import { roomFor } from './share.js';

const loads = (...devices: number[]) =>
  devices.map((count, at) => ({ worker: `w${String(at)}`, devices: count }));

describe('roomFor', () => {
  it.each([
    ['a lone worker takes everything', loads(0), 12, 12],
    ['nobody takes what is not there', loads(0, 0), 0, 0],
    ['two who begin together take half each', loads(0, 0), 5, 3],
    ['who has enough leaves them to others', loads(6, 0), 2, 0],
    ['what a dead one left is shared', loads(4, 4), 4, 2],
    ['a worker that does not count yet', [], 3, 3],
  ])('%s', (_, others, unheld, room) => {
    expect(roomFor('w0', others, unheld)).toBe(room);
  });

  it('leaves nothing unheld, whoever looks first', () => {
    for (const counts of [
      [0, 0, 0],
      [5, 1, 0],
      [2, 2, 9],
    ]) {
      const unheld = 7;
      const total = loads(...counts).reduce(
        (sum, { worker }) => sum + roomFor(worker, loads(...counts), unheld),
        0,
      );
      expect(total).toBeGreaterThanOrEqual(unheld);
    }
  });
});
