/**
 * One session as the library's own examples open it: the other side of `npm run bench:sessions`.
 * Arguments: folder, name, executable. Tells its parent of codes and of being ready; ends when told anything.
 */
import whatsapp from 'whatsapp-web.js';

const [dataPath, clientId, executablePath] = process.argv.slice(2);
const client = new whatsapp.Client({
  authStrategy: new whatsapp.LocalAuth({ dataPath, clientId }),
  puppeteer: { executablePath },
});
client.on('qr', (code: string) => {
  // A scan is followed by a code without its first part.
  if (!code.startsWith('undefined')) process.send?.({ code });
});
client.on('ready', () => process.send?.({ ready: true }));
process.on('message', () => {
  void client.destroy().then(() => process.exit(0));
});
await client.initialize();
