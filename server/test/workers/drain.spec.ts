import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Clerk } from '../campaign/clerk.js';
import { fictionalNumbers } from '../campaign/fictional-numbers.js';
import { readHandovers } from '../campaign/handover-journal.js';
import { Site } from '../campaign/production/site.js';
import type { Member } from '../campaign/production/site.js';
import { describeWithOwnServers } from '../support/own/describe-with-own-servers.js';

const DEVICES = 2;
const RECIPIENTS_OF_EACH = 20;
/** So much later everything of the database comes: a hand-over is then recorded well after it happened. */
const SLOW_MS = 60;
/** What docs/install.md promises of a message in flight; supervisors kill after 60 s. */
const DRAIN_LIMIT_MS = 30_000;
/** Redis being away costs a few seconds, and no more. */
const WITHOUT_REDIS_MS = 10_000;
const PATIENCE_MS = 60_000;
const METRICS_TOKEN = 'mCq7Zt0vXn2bKfR9wLs4Yd6HgJp8Ae1U';

describeWithOwnServers('a worker that is told to end', () => {
  let site: Site;
  let clerk: Clerk;
  let devices: string[];

  beforeAll(async () => {
    const settings = { PRACTICE_PACE_SECONDS: '0', METRICS_TOKEN };
    site = await Site.open({ webs: 1, workers: 1, settings });
    clerk = await site.clerk(site.webs[0] as Member);
    devices = [
      await clerk.linkedDevice('Latihan A', '0813-0000-0101'),
      await clerk.linkedDevice('Latihan B', '0813-0000-0102'),
    ];
    const phones = fictionalNumbers(DEVICES * RECIPIENTS_OF_EACH);
    for (const [at, deviceId] of devices.entries()) {
      const share = phones
        .filter((_, index) => index % DEVICES === at)
        .map((phone) => `${phone}|Pasien`);
      const { id } = await clerk.confirmedBroadcast(deviceId, share);
      await clerk.startSending(id);
    }
  }, 60_000);
  afterAll(() => site.close());

  const worker = () => site.workers[0] as Member;
  const addresses = () => readHandovers(site.dataDir).map(({ address }) => address);

  /** Tells the worker to end in the middle of a hand-over; how long it took, in milliseconds. */
  const endInFlight = async (): Promise<number> => {
    const before = addresses().length;
    await until(() => Promise.resolve(addresses().length > before));
    const told = Date.now();
    await worker().server.end('SIGTERM');
    expect(worker().server.exitCode).toBe(0);
    return Date.now() - told;
  };

  const leavesNothingOpen = async (): Promise<void> => {
    expect(await site.ledger.inFlight(devices)).toBe(0);
    expect(await site.ledger.drivenLanes()).toEqual([]);
    expect([...(await site.ledger.holds()).keys()]).toEqual([]);
    expect(await site.ledger.workers()).toEqual([]);
  };

  it('brings what is in flight to its end, and gives everything back', async () => {
    site.databaseLine.slowDown(SLOW_MS);
    expect(await endInFlight()).toBeLessThan(DRAIN_LIMIT_MS);
    site.databaseLine.slowDown(0);
    await leavesNothingOpen();
    expect((await site.ledger.runsIn('sending')).length).toBe(DEVICES);
  }, 60_000);

  it('does so while Redis is away, too', async () => {
    await site.revive(worker());
    await until(async () => [...(await site.ledger.holds()).values()].flat().length === DEVICES);
    site.redisLine.cut();
    expect(await endInFlight()).toBeLessThan(WITHOUT_REDIS_MS);
    site.redisLine.restore();
    await leavesNothingOpen();
  }, 60_000);

  it('has left nobody without their message, and nobody with two', async () => {
    await site.revive(worker());
    await until(async () => (await site.ledger.runsIn('finished')).length === DEVICES);
    const recipients = await site.ledger.recipients();
    expect(recipients.filter(({ reason }) => reason === 'interrupted')).toEqual([]);
    expect(new Set(addresses()).size).toBe(addresses().length);
    expect(await site.ledger.wrongSums()).toBe(0);
  }, 60_000);

  it('shows what it did in its metrics, as a web process shows what all do', async () => {
    const metricsOf = async ({ server }: Member) => {
      const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
      return (await fetch(`${server.url}/metrics`, { headers })).text();
    };
    const ofWorker = await metricsOf(worker());
    expect(ofWorker).toMatch(/^prima_messages_total.*practice.*"accepted"\} [1-9]/mu);
    expect(ofWorker).toContain('prima_devices_held 2');
    expect(ofWorker).toContain('prima_device_takeovers_total 0');
    const ofWeb = await metricsOf(site.webs[0] as Member);
    expect(ofWeb).toContain('prima_devices_held 0');
    expect(ofWeb).toContain('prima_sessions{engine="practice",state="ready"} 2');
    expect(ofWeb).toContain('prima_part_up{part="redis"} 1');
  });

  it('and a web process ends while Redis is away', async () => {
    site.redisLine.cut();
    const told = Date.now();
    await site.webs[0]?.server.end('SIGTERM');
    expect(site.webs[0]?.server.exitCode).toBe(0);
    expect(Date.now() - told).toBeLessThan(WITHOUT_REDIS_MS);
  }, 60_000);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
