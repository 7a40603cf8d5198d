/**
 * A process with the real library and the room of its page, for specs: it takes `{ call, method, args }`
 * and sends `{ call, result | error }` and `{ event, data }`. Methods are those of the room, and `open`,
 * `evaluate` and `newRoom`.
 */
import whatsapp from 'whatsapp-web.js';
import type { Client } from 'whatsapp-web.js';
import {
  DEFAULT_PAGE_SETTINGS,
  openPageRoom,
} from '../../src/modules/device/infrastructure/gateways/whatsapp-web/host/page-room.js';
import type {
  PageRoom,
  PageSettings,
} from '../../src/modules/device/infrastructure/gateways/whatsapp-web/host/page-room.js';

interface OpenOptions {
  readonly executablePath: string;
  readonly folder: string;
  readonly settings: Partial<PageSettings>;
}

let client: Client | null = null;
let room: PageRoom | null = null;

const tell = (news: object) => process.send?.(news);

const own: Record<string, (...args: never[]) => unknown> = {
  open({ executablePath, folder, settings }: OpenOptions) {
    const opened = new whatsapp.Client({
      authStrategy: new whatsapp.LocalAuth({ clientId: 'room', dataPath: `${folder}/profile` }),
      webVersionCache: { type: 'none' },
      puppeteer: { executablePath, headless: true, pipe: true, protocolTimeout: 8000 },
    });
    client = opened;
    opened.on('qr', (qr: string) => {
      if (!qr.startsWith('undefined,')) tell({ event: 'qr', data: [qr] });
    });
    opened.on('ready', () => {
      room ??= openPageRoom({
        client: opened,
        settings: { ...DEFAULT_PAGE_SETTINGS, ...settings },
        recordFile: `${folder}/hand-overs.jsonl`,
        tell: {
          receipt: (...data) => tell({ event: 'receipt', data }),
          optOut: (request) => tell({ event: 'optOut', data: [request] }),
        },
      });
      tell({ event: 'ready', data: [] });
    });
    opened.initialize().catch((error: unknown) => tell({ event: 'failed', data: [String(error)] }));
  },
  evaluate: (code: string) => client?.pupPage?.evaluate(code),
  async destroy() {
    room?.close();
    room = null;
    await client?.destroy();
  },
};

process.on('unhandledRejection', (error) => tell({ event: 'unhandled', data: [String(error)] }));
process.on('disconnect', () => process.exit());
process.on('message', (asked: { call: number; method: string; args: never[] }) => {
  const { call, method, args } = asked;
  const run = async (): Promise<unknown> => {
    const mine = own[method];
    if (mine) return await mine(...args);
    if (!room) throw new Error('no room yet');
    return await (room as unknown as Record<string, (...given: never[]) => unknown>)[method]?.(
      ...args,
    );
  };
  run().then(
    (result) => tell({ call, result }),
    (error: unknown) => tell({ call, error: String(error) }),
  );
});
