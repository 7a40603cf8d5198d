import { runKillCampaign } from './kill-campaign.js';

const RECIPIENTS = 200;
const KILLS = 20;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `npm run prove`: the kill test, printed for a reader. */
print(
  `Two practice devices send to ${String(RECIPIENTS)} recipients. The server is killed (kill -9) ` +
    `${String(KILLS)} times: at random moments; when a message is claimed and not handed over; when it ` +
    'is handed over and nothing is written down; and right after that is written down.',
);
const plan = { recipients: RECIPIENTS, kills: KILLS, devices: 2 };
const result = await runKillCampaign(plan, print);
const states = Object.entries(result.counts).map(([state, count]) => `${String(count)} ${state}`);
print(
  `The journal of the practice network, outside of the server: ${String(result.handovers)} messages.`,
);
print(`The ledger of the server: ${states.join(', ')}.`);
print(
  `"unknown": ${String(result.interrupted)} were in flight at a kill, of the others the network lost ` +
    'the answer. A person decides about them, never the code.',
);
print(
  `${String(KILLS)} kills, ${String(RECIPIENTS)} recipients, ` +
    `${String(result.duplicates)} duplicates, ${String(result.lost)} lost`,
);
const faults = result.duplicates + result.lost + result.unclaimed + result.wrongSums;
process.exitCode = faults === 0 ? 0 : 1;
