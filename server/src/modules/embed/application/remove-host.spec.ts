import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedRoom } from '../testing/embed-room.js';
import type { EmbedRoom } from '../testing/embed-room.js';
import { frame, host } from '../testing/embed-storage.suite.js';
import { EndFrames, loginIdOf } from './end-frames.js';
import { RemoveHost } from './remove-host.js';

const RINA = {
  id: 'rina',
  name: 'Ibu Rina',
  permissions: new Set<never>(),
  devices: 'all',
} as const;

describe('a dashboard that is taken away', () => {
  let room: EmbedRoom;
  let removal: RemoveHost;

  beforeEach(async () => {
    room = await openEmbedRoom();
    const { unit, hosts, frames, events, audit } = room;
    removal = new RemoveHost(unit, hosts, new EndFrames(unit, frames, events), audit);
  });
  afterEach(() => room.close());

  it('goes with everybody who is in through it, and nobody else', async () => {
    const { unit, hosts, frames } = room;
    await unit.run(async () => {
      for (const id of ['prima', 'lain']) await hosts.add(host(id));
      await frames.add(frame('satu'), 'a', 1);
      await frames.add(frame('dua'), 'b', 1);
      await frames.add(frame('tiga', { hostId: 'lain' }), 'c', 1);
    });
    await removal.run('prima', RINA);
    const left = await unit.run(async () => [await hosts.find('prima'), await frames.find('tiga')]);
    expect(left).toEqual([null, frame('tiga', { hostId: 'lain' })]);
    expect(room.ended.sort()).toEqual(['dua', 'satu'].map(loginIdOf));
    const details = { name: 'Dasbor prima', issuer: 'prima.example.org', ended: 2 };
    expect(room.deeds).toEqual([expect.objectContaining({ action: 'embed.host-remove', details })]);
  });

  it('is refused when there is none such, and nothing is written down', async () => {
    await expect(removal.run('prima', RINA)).rejects.toMatchObject({
      code: 'EMBED.HOST_NOT_FOUND',
    });
    expect(room.deeds).toEqual([]);
  });
});
