import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeWhatsappWeb } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/make-whatsapp-web.js';
import { readConfig } from '../../../src/platform/config/config.js';
import { SystemClock } from '../../../src/platform/kernel/clock.js';
import { Log } from '../../../src/platform/logging/log.js';

/** Who runs sessions, told by number, and hears of them. */
export interface Contender {
  readonly name: string;
  /** Runs sessions over a folder that outlives them. Session `n` has the number that `numberOf` gives. */
  open(folder: string, browser: string, news: SessionNews): Sessions;
}

/** What sessions tell. */
export interface SessionNews {
  code(session: number, code: string): void;
  ready(session: number): void;
}

/** Sessions that run. */
export interface Sessions {
  /** `isLinked`: it was linked before and needs no code. */
  start(session: number, isLinked: boolean): void;
  end(): Promise<void>;
}

/** Number of a session's account, as digits. */
export const numberOf = (session: number): string => `62812000000${String(10 + session)}`;

/** Faults of a measured engine are to be seen, nothing else. */
class BenchLog extends Log {
  debug(): void {}
  info(): void {}
  warn(message: string, fields?: object): void {
    if (!message.includes('sandbox')) console.error(message, fields ?? '');
  }
  error(message: string, error: unknown): void {
    console.error(message, error);
  }
}

/** The product's engine with its own times and flags; a host process and a browser for each session. */
export const OURS: Contender = {
  name: 'ours',
  open(folder, browser, news) {
    const { PATH = '', HOME = '' } = process.env;
    const config = readConfig({
      ...{ PATH, HOME, DATA_DIR: folder, CHROMIUM_PATH: browser, RESTORE_STAGGER_SECONDS: '0' },
    });
    const gateway = makeWhatsappWeb(config, {
      clock: new SystemClock(),
      log: new BenchLog(),
      hostProgram: null,
      events: {
        pairingCode: (id, { code }) => {
          news.code(Number(id), code);
        },
        sessionChanged: (id, state) => {
          if (state === 'ready') news.ready(Number(id));
        },
        receipt: () => undefined,
        optOut: () => undefined,
      },
    });
    return {
      start(session, isLinked) {
        const device = { id: String(session), phone: `+${numberOf(session)}` };
        void (isLinked ? gateway.open(device) : gateway.start(device, 'qr'));
      },
      end: () => gateway.shutdown(),
    };
  },
};

/** The library as its examples use it, in a process of its own for each session. */
export const LIBRARY: Contender = {
  name: "library's defaults",
  open(folder, browser, news) {
    const program = fileURLToPath(new URL('./plain-client.js', import.meta.url));
    const children: ChildProcess[] = [];
    return {
      start(session) {
        // The library writes beside its profile, into the working directory, as well.
        mkdirSync(folder, { recursive: true });
        const child = fork(program, [folder, String(session), browser], {
          cwd: folder,
          execArgv: [],
        });
        child.on('message', (told: { code?: string; ready?: true }) => {
          if (told.code !== undefined) news.code(session, told.code);
          if (told.ready) news.ready(session);
        });
        children.push(child);
      },
      async end() {
        const ended = children.map(
          (child) => new Promise((resolve) => child.once('exit', resolve)),
        );
        for (const child of children) child.send('end');
        await Promise.all(ended);
      },
    };
  },
};
