import { describe, expect, it } from '@jest/globals';
import { runKillCampaign } from './kill-campaign.js';

describe('kill -9 while sending', () => {
  it('hands nothing over twice and loses nobody', async () => {
    const plan = { recipients: 200, kills: 20, devices: 2 };
    const result = await runKillCampaign(plan);
    expect(result).toMatchObject({ duplicates: 0, lost: 0 });
    // What was in flight at a kill, and the answers that the practice network loses by itself (3 %).
    expect(result.unknown).toBeLessThanOrEqual(plan.kills * plan.devices + plan.recipients * 0.1);
    expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(200);
    // The kills fell while it was sending: else this test has seen nothing.
    expect(result.unknown).toBeGreaterThan(0);
  }, 300_000);
});
