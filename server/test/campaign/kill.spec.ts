import { describe, expect, it } from '@jest/globals';
import { runKillCampaign } from './kill-campaign.js';
import { assertPromise } from './promise.js';

describe('kill -9 while sending', () => {
  it('hands nothing over twice and loses nobody', async () => {
    const plan = { recipients: 200, kills: 20, devices: 2 };
    const result = await runKillCampaign(plan);
    assertPromise(result);
    expect(result).toMatchObject({
      duplicates: 0,
      lost: 0,
      unclaimed: 0,
      wrongSums: 0,
      kills: { random: 5, claimed: 5, 'handed-over': 5, recorded: 5 },
    });
    // At most one message in flight for each lane of each life; the targeted kills met one for sure.
    expect(result.interrupted).toBeLessThanOrEqual(20 * plan.devices);
    expect(result.interrupted).toBeGreaterThanOrEqual(10);
    expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(200);
  }, 240_000);
});
