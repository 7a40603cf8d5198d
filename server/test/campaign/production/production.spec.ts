import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { describeWithOwnServers } from '../../support/own/describe-with-own-servers.js';
import { assertPromise } from '../promise.js';
import { runProductionCampaign } from './production-campaign.js';

/** A part of the whole campaign, which `npm run test:campaign` plays: 5,000 recipients and 50 kills. */
const PLAN = {
  recipients: 480,
  devices: 12,
  kills: 5,
  times: { redisAway: 6_000, databaseAway: 1_000, latency: 100, latencyLasts: 3_000 },
  patience: 120_000,
};

describeWithOwnServers('two web processes and three workers', () => {
  it('hand over once and lose nobody, whatever is killed, frozen, cut off or emptied', async () => {
    const seed = process.env.SEED ?? randomUUID().slice(0, 8);
    const story = [`SEED=${seed}`];
    const result = await runProductionCampaign({ ...PLAN, seed }, (line) => story.push(line)).catch(
      (error: unknown) => {
        throw new Error(story.join('\n'), { cause: error });
      },
    );
    assertPromise(result, story);
    expect({ story, result }).toMatchObject({
      story,
      result: {
        duplicates: 0,
        lost: 0,
        unclaimed: 0,
        wrongSums: 0,
        claimsAfterWaking: 0,
        arrivedAfterWaking: 0,
        endsByThemselves: [],
        pauses: 0,
        shownFinished: [true, true],
      },
    });
    expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(480);
    expect(result.interrupted).toBeLessThanOrEqual(result.inFlightAtFaults);
    // None can be told where each blow is followed by another before its devices claim again.
    expect(Math.max(0, ...result.takeovers)).toBeLessThanOrEqual(60_000);
  }, 300_000);
});
