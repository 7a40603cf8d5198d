/**
 * One session as the library's own examples open it: the other side of `npm run bench:sessions`.
 * Arguments: profile folder, name, executable. Tells its parent of codes and of being ready.
 */
import process from 'node:process';
import whatsapp from 'whatsapp-web.js';

const [dataPath, clientId, executablePath] = process.argv.slice(2);
const client = new whatsapp.Client({
  authStrategy: new whatsapp.LocalAuth({ dataPath, clientId }),
  puppeteer: { executablePath },
});
client.on('qr', (qr) => {
  // A scan is followed by a code without its first part.
  if (!qr.startsWith('undefined')) process.send?.({ qr });
});
client.on('ready', () => process.send?.({ ready: true }));
process.on('message', () => {
  void client.destroy().then(() => process.exit(0));
});
await client.initialize();
