import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RINA, openBroadcastDesk } from '../testing/broadcast-desk.js';
import type { BroadcastDesk } from '../testing/broadcast-desk.js';
import { ConfirmBroadcast } from './confirm-broadcast.js';
import { PracticeTour } from './practice-tour.js';
import { ReadBroadcasts } from './read-broadcasts.js';

let desk: BroadcastDesk;

beforeEach(async () => {
  desk = await openBroadcastDesk();
});

afterEach(() => desk.close());

const tour = () => desk.get(PracticeTour).run(RINA);

describe('Coba dengan perangkat latihan', () => {
  it('stops before Konfirmasi, which then succeeds', async () => {
    const id = await tour();
    const view = await desk.get(ReadBroadcasts).get(id, RINA);
    expect(view).toMatchObject({
      status: 'draft',
      device: { engine: 'practice' },
      recipientCount: 44,
      variableNames: ['tanggal_kontrol', 'poli'],
    });
    const confirmed = await desk.get(ConfirmBroadcast).run(id, view.revision, RINA);
    expect(confirmed.status).toBe('confirmed');
  });

  it('makes one message of two presses', async () => {
    const [first, second] = await Promise.all([tour(), tour()]);
    expect(second).toBe(first);
    expect(await desk.get(ReadBroadcasts).summary(RINA)).toMatchObject({ total: 1 });
  });

  it('is refused where there is a message already', async () => {
    await desk.draft();
    await expect(tour()).rejects.toMatchObject({ code: 'PRACTICE_TOUR.NOT_EMPTY' });
  });

  it('is refused where there is a real device already', async () => {
    desk.devices.put(2, { engine: 'whatsapp-web' });
    await expect(tour()).rejects.toMatchObject({ code: 'PRACTICE_TOUR.NOT_EMPTY' });
  });
});
