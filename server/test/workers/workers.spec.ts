import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Clerk } from '../campaign/clerk.js';
import { fictionalNumbers } from '../campaign/fictional-numbers.js';
import { readHandovers } from '../campaign/handover-journal.js';
import { Site } from '../campaign/production/site.js';
import type { Member } from '../campaign/production/site.js';
import { ServerProcess } from '../campaign/server-process.js';
import { describeWithOwnServers } from '../support/own/describe-with-own-servers.js';
import { freePort } from '../support/own/free-port.js';

const DEVICES = 12;
const RECIPIENTS_OF_EACH = 20;
/** A worker that ends properly has its devices taken over at once, and not at somebody's next heartbeat. */
const AT_ONCE_MS = 3_000;
const PATIENCE_MS = 60_000;

/** What befalls workers that are killed or frozen is told by the production campaign. */
describeWithOwnServers('a web process and three workers', () => {
  let site: Site;
  let clerk: Clerk;

  beforeEach(async () => {
    site = await Site.open({ webs: 1, workers: 3, settings: { PRACTICE_PACE_SECONDS: '0.1-0.2' } });
    clerk = await site.clerk(site.webs[0] as Member);
  }, 60_000);
  afterEach(() => site.close());

  const link = (count: number): Promise<string[]> =>
    Promise.all(
      Array.from({ length: count }, (_, device) =>
        clerk.linkedDevice(
          `Latihan ${String(device)}`,
          `0813-0000-01${String(device).padStart(2, '0')}`,
        ),
      ),
    );
  const loads = async (): Promise<number[]> =>
    [...(await site.ledger.holds()).values()].map((devices) => devices.length).sort();

  it('share the devices evenly; one that ends drains, and the others go on at once', async () => {
    const devices = await link(DEVICES);
    expect(await loads()).toEqual([4, 4, 4]);
    const phones = fictionalNumbers(DEVICES * RECIPIENTS_OF_EACH);
    const broadcasts = await Promise.all(
      devices.map(async (deviceId, at) => {
        const share = phones
          .filter((_, index) => index % DEVICES === at)
          .map((phone) => `${phone}|Pasien ${phone.slice(-4)}`);
        return (await clerk.confirmedBroadcast(deviceId, share)).id;
      }),
    );
    for (const id of broadcasts) await clerk.startSending(id);
    await until(() => Promise.resolve(readHandovers(site.dataDir).length > DEVICES));
    const [leaver] = site.workers;
    await leaver?.server.end('SIGTERM');
    const leftAt = Date.now();
    expect(leaver?.server.exitCode).toBe(0);
    await until(async () => (await loads()).join() === '6,6');
    expect(Date.now() - leftAt).toBeLessThan(AT_ONCE_MS);
    await until(async () => (await site.ledger.runsIn('finished')).length === DEVICES);
    const recipients = await site.ledger.recipients();
    expect(recipients.filter(({ reason }) => reason === 'interrupted')).toEqual([]);
    const journal = readHandovers(site.dataDir);
    expect(new Set(journal.map(({ address }) => address)).size).toBe(journal.length);
    expect(await site.ledger.wrongSums()).toBe(0);
  }, 120_000);

  it('refuse a device to a process that was started beside them and cannot talk to them', async () => {
    await link(1);
    const { id } = await clerk.addDevice('Poli Gigi', '0813-0000-0177');
    await clerk.showCodes(id);
    const second = new ServerProcess({
      ...site.settingsOf('all', await freePort()),
      REDIS_URL: '',
    });
    try {
      await second.start();
      const stranger = await site.clerk({ ...(site.webs[0] as Member), server: second });
      await expect(stranger.showCodes(id)).rejects.toThrow(/409.*DEVICE\.HELD_ELSEWHERE/u);
      expect((await clerk.link(id)).device.state).toMatch(/^(preparing|waiting-for-scan)$/u);
    } finally {
      await second.end('SIGKILL');
    }
  }, 60_000);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
