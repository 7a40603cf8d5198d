import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openControl } from './control-door.js';
import { startStandIn } from './stand-in.js';

/**
 * `node scripts/run-ts.mjs server/test/whatsapp-stand-in/serve.ts [path of a Chromium]`: a stand-in to
 * try the product by hand.
 */
const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

const browserFinder = pathToFileURL(resolve('scripts/chromium.mjs')).href;
const { findChromium } = (await import(browserFinder)) as { findChromium(): string };

const standIn = await startStandIn();
const control = await openControl(standIn);
print('A stand-in of web.whatsapp.com and a phone. Start the product with');
print(`  CHROMIUM_PATH=${await standIn.chromiumWrapper(process.argv[2] ?? findChromium())}`);
print('and be the phone:');
print(`  curl -d '["<text of the QR>", "6281200000001"]' ${control.url}/scan`);
print(`  curl -d '["<pairing code>", "6281200000001"]' ${control.url}/enterCode`);
print(
  `  curl -d '[{"account": "6281200000001", "from": "6281200000002", "body": "BERHENTI"}]' ${control.url}/receive`,
);
print(`  curl -X POST ${control.url}/outbox`);
print('README.md in server/test/whatsapp-stand-in lists the rest. Ctrl+C ends it.');

const end = (): void => {
  control.close();
  void standIn.stop().then(() => process.exit());
};
process.on('SIGINT', end).on('SIGTERM', end);
