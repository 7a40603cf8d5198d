import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../platform/config/config.js';
import { UuidIds } from '../../../platform/kernel/ids.js';
import { openEmbedRoom } from '../testing/embed-room.js';
import type { EmbedRoom } from '../testing/embed-room.js';
import { host } from '../testing/embed-storage.suite.js';
import { FirstHost } from './first-host.js';
import type { KeySmith } from './ports/token-verifier.js';

const FIRST = {
  issuer: 'simrs.example.org',
  origins: ['https://simrs.example.org'],
  secret: 'rahasia',
};

describe('the dashboard of the settings', () => {
  let room: EmbedRoom;

  beforeEach(async () => {
    room = await openEmbedRoom();
  });
  afterEach(() => room.close());

  const boot = async (firstHost: typeof FIRST | null) => {
    const embed = { isAllowed: true, mayGrantAdministrator: true, firstHost };
    const smith = { seal: (secret: string) => `sealed:${secret}` } as unknown as KeySmith;
    const { unit, hosts, clock } = room;
    const config = { ...readConfig({}), embed };
    await new FirstHost(config, unit, hosts, smith, new UuidIds(), clock).onApplicationBootstrap();
    return unit.run(async () => ({ hosts: await hosts.list(), keys: await hosts.keys() }));
  };

  it('is there after the first start, with its key, and never an administrator', async () => {
    const { hosts, keys } = await boot(FIRST);
    expect(hosts).toEqual([
      expect.objectContaining({
        issuer: FIRST.issuer,
        origins: FIRST.origins,
        roles: ['viewer', 'operator', 'confirmer'],
        isOpen: true,
      }),
    ]);
    expect(keys).toEqual([
      expect.objectContaining({
        kid: 'prima-first',
        hostId: hosts[0]?.id,
        algorithm: 'HS256',
        material: 'sealed:rahasia',
      }),
    ]);
  });

  it('is added once: from then on the page rules', async () => {
    const once = await boot(FIRST);
    expect(await boot({ ...FIRST, issuer: 'lain.example.org' })).toEqual(once);
  });

  it('is not added beside another, and not where the settings name none', async () => {
    expect((await boot(null)).hosts).toEqual([]);
    await room.unit.run(() => room.hosts.add(host('lain')));
    expect(await boot(FIRST)).toEqual({ hosts: [host('lain')], keys: [] });
  });
});
