/**
 * The unmodified library in a process of its own, for tests that drive it directly: it takes
 * `{ call, method, args }` and sends `{ call, result | error }` and `{ event, data }`.
 */
import whatsapp from 'whatsapp-web.js';

const { Client, LocalAuth, MessageMedia } = whatsapp;
const EVENTS = [
  ...['qr', 'code', 'authenticated', 'ready', 'change_state', 'disconnected', 'media_uploaded'],
  ...['message', 'message_create', 'message_ack', 'unhandled', 'page_error', 'initialized'],
];

/** @type {import('whatsapp-web.js').Client} */
let client;

const short = (/** @type {any} */ value) =>
  value?._data
    ? { id: value.id, from: value.from, to: value.to, body: value.body, ack: value.ack }
    : (value ?? null);
const tell = (/** @type {object} */ news) => process.send?.(news);

const methods = {
  /** A new client; what it is to do is in `options`, beside where browser and profile are. */
  open({ executablePath, dataPath, ...options }) {
    client = new Client({
      authStrategy: new LocalAuth({ clientId: 'walk', dataPath }),
      webVersionCache: { type: 'none' },
      puppeteer: { executablePath, headless: true, pipe: true, protocolTimeout: 5000 },
      ...options,
    });
    for (const event of EVENTS) {
      client.on(event, (...data) => tell({ event, data: data.map(short) }));
    }
    client.initialize().then(
      () => {
        client.pupPage?.on('error', (error) => client.emit('page_error', error.message));
        client.emit('initialized');
      },
      (error) => client.emit('unhandled', String(error)),
    );
  },
  sendMedia: (to, { mimetype, data, filename }, options) =>
    client.sendMessage(to, new MessageMedia(mimetype, data, filename), options),
  evaluate: (code) => client.pupPage.evaluate(code),
};

process.on('unhandledRejection', (error) => tell({ event: 'unhandled', data: [String(error)] }));
// puppeteer stops listening to its pipe before the browser at the other end is gone.
process.on('uncaughtException', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ECONNRESET') throw error;
});
process.on('disconnect', () => process.exit());
process.on('message', async ({ call, method, args }) => {
  try {
    const run = methods[method] ?? client[method].bind(client);
    const result = await run(...args);
    tell({ call, result: Array.isArray(result) ? result.map(short) : short(result) });
  } catch (error) {
    tell({ call, error: String(error) });
  }
});
