import { runKillCampaign } from './kill-campaign.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `npm run prove`: the kill test, printed for a reader. */
print(
  'A practice network, two devices, 200 recipients; the server is killed (kill -9) 20 times while it sends.',
);
const result = await runKillCampaign({ recipients: 200, kills: 20, devices: 2 }, print);
const states = Object.entries(result.counts).map(([state, count]) => `${String(count)} ${state}`);
print(
  `The network got ${String(result.handovers)} messages. The ledger says: ${states.join(', ')}.`,
);
print(
  '"unknown" was in flight at a kill, or its answer got lost: a person decides, never the code.',
);
print(
  `${String(result.kills)} kills, ${String(result.recipients)} recipients, ` +
    `${String(result.duplicates)} duplicates, ${String(result.lost)} lost`,
);
process.exitCode = result.duplicates + result.lost === 0 ? 0 : 1;
