import { randomUUID } from 'node:crypto';
import { runProductionCampaign } from './production-campaign.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);

/** `npm run test:campaign`: the whole campaign, printed for a reader. SEED=… plays one again. */
const seed = process.env.SEED ?? randomUUID().slice(0, 8);
print(`SEED=${seed}`);
const result = await runProductionCampaign(
  {
    seed,
    recipients: number('RECIPIENTS', 5_000),
    devices: 12,
    kills: number('KILLS', 50),
    times: { redisAway: 60_000, databaseAway: 25_000, latency: 200, latencyLasts: 20_000 },
    patience: number('PATIENCE', 300) * 1000,
  },
  print,
);
const { takeovers, ...rest } = result;
print(
  JSON.stringify(
    { ...rest, takeovers: takeovers.length, longest: Math.max(...takeovers) },
    null,
    2,
  ),
);
const faults =
  result.duplicates +
  result.lost +
  result.unclaimed +
  result.wrongSums +
  result.claimsAfterWaking +
  result.endsByThemselves.length;
// Connections of a troubled line may keep the process from ending by itself.
process.exit(faults === 0 ? 0 : 1);
