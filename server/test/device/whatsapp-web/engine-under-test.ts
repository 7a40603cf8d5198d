import { readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { makeWhatsappWeb } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/make-whatsapp-web.js';
import type { EngineTiming } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/timing.js';
import { DEFAULT_TIMING } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/timing.js';
import type { WhatsappWebGateway } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/whatsapp-web-gateway.js';
import type {
  GatewayHarness,
  NumberFate,
} from '../../../src/modules/device/testing/gateway-harness.js';
import { RecordedNews } from '../../../src/modules/device/testing/gateway-harness.js';
import { readConfig } from '../../../src/platform/config/config.js';
import { SystemClock } from '../../../src/platform/kernel/clock.js';
import { RecordingLog } from '../../support/recording-log.js';
import { SOURCE_HOST } from '../../support/source-host-program.js';
import { startStandIn } from '../../whatsapp-stand-in/stand-in.js';
import type { StandIn } from '../../whatsapp-stand-in/stand-in.js';

/** The product's times, shortened where a test would wait for them. */
export const TEST_TIMING: EngineTiming = {
  ...DEFAULT_TIMING,
  host: {
    ...DEFAULT_TIMING.host,
    startMs: 20_000,
    aliveMs: 250,
    lockWaitMs: 1_500,
    lookMs: 200,
    calmLookMs: 500,
    answerMs: 1_500,
    nudgeMs: 1_000,
    qrSilenceMs: 6_000,
    phoneCodeMs: 2_000,
    flickerMs: 300,
    logoutMs: 2_000,
  },
  page: {
    ...DEFAULT_TIMING.page,
    textDeadlineMs: 4_000,
    fileDeadlineMs: 8_000,
    ackDeadlineMs: 1_500,
    answerDeadlineMs: 3_000,
    lookupPauseMs: 100,
    modulesWaitMs: 1_000,
  },
  silenceMs: 5_000,
  soundMs: 0,
  pairingMs: 4_500,
  retry: { firstMs: 200, longestMs: 2_000 },
  lateRetry: { firstMs: 1_000, longestMs: 2_000 },
};

/** How long a test may wait for a browser, in milliseconds. */
const PATIENCE = 25_000;
/** So long nothing that was under way takes. */
const SETTLED = 900;

/** What differs from the ordinary engine under test. */
export interface EngineWishes {
  readonly standIn?: StandIn;
  readonly timing?: EngineTiming;
  /** Settings by their name in the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Data of an engine that ran before. */
  readonly dataDir?: string;
}

/** The real library in real browsers, with phone and WhatsApp played by the stand-in. */
export interface EngineUnderTest extends GatewayHarness {
  readonly gateway: WhatsappWebGateway;
  readonly standIn: StandIn;
  readonly log: RecordingLog;
  readonly dataDir: string;
  /** Process ids of the engine's host processes. */
  hostsOf(): number[];
  /** The process that started this one; 0 when it does not run. */
  parentOf(pid: number): number;
  isRunning(pid: number): boolean;
  /** Command lines of everything that the engine started and that still runs. */
  commandLines(): string[];
  /** Who may do what with a file or folder. */
  modeOf(path: string): number;
  /** The executable that the engine was given as its browser. */
  readonly wrapper: string;
  /** Process ids of everything that the engine started and that still runs. */
  processes(): number[];
  /** The process of the engine dies without a word. */
  die(): Promise<void>;
  restart(): Promise<EngineUnderTest>;
}

/** Digits of a number. */
export const digits = (phone: string): string => phone.replace('+', '');

/** Starts an engine with a stand-in of its own. */
export async function openWhatsappWeb(wishes: EngineWishes = {}): Promise<EngineUnderTest> {
  const standIn = wishes.standIn ?? (await startStandIn());
  const dataDir = wishes.dataDir ?? (await mkdtemp(join(tmpdir(), 'prima-engine-')));
  // Shorter than the pairing of these tests, longer than a scan under load takes.
  if (!wishes.standIn) void standIn.configure({ refMs: 1_300 });
  const wrapper = await standIn.chromiumWrapper(findChromium());
  const config = readConfig({
    ...environmentOfBrowsers(),
    DATA_DIR: dataDir,
    CHROMIUM_PATH: wrapper,
    RESTORE_STAGGER_SECONDS: '0',
    ...wishes.environment,
  });
  const news = new RecordedNews();
  const log = new RecordingLog();
  const gateway = makeWhatsappWeb(config, {
    clock: new SystemClock(),
    log,
    events: news,
    hostProgram: SOURCE_HOST,
    timing: wishes.timing ?? TEST_TIMING,
  });
  const processes = (): number[] => processesNaming(dataDir);
  const die = async (): Promise<void> => {
    // In this order and at once: what dies must not be started again by what is to be dead.
    const pids = childrenOf(process.pid, SOURCE_HOST.entry);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await gateway.shutdown();
  };
  const engine: EngineUnderTest = {
    gateway,
    news,
    log,
    standIn,
    dataDir,
    processes,
    die,
    parentOf: (pid) => commands().find((one) => one.pid === pid)?.parent ?? 0,
    wrapper,
    commandLines: () =>
      commands().flatMap(({ pid, command }) => (processes().includes(pid) ? [command] : [])),
    modeOf: (path) => statSync(path).mode & 0o777,
    isRunning: (pid) => commands().some((one) => one.pid === pid),
    hostsOf: () => childrenOf(process.pid, SOURCE_HOST.entry),
    scan: (_, shown, phone) => {
      if (shown.method === 'qr') standIn.scan(shown.code, digits(phone));
      else standIn.enterCode(shown.code, digits(phone));
      return Promise.resolve();
    },
    numberWith: (fate) => numberWith(standIn, fate),
    until: async (condition) => {
      const givesUpAt = Date.now() + PATIENCE;
      while (!condition()) {
        if (Date.now() > givesUpAt) throw new Error(`It did not come to that. ${told(news, log)}`);
        await setTimeout(20);
      }
    },
    settle: () => setTimeout(SETTLED),
    leftovers: () => processes().length,
    restart: async () => {
      await die();
      return openWhatsappWeb({ ...wishes, standIn, dataDir });
    },
    close: async () => {
      await gateway.shutdown();
      const missed = Object.keys(standIn.misses());
      await standIn.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
      // What the page was asked for and lacks: the stand-in or the engine is wrong about WhatsApp Web.
      if (missed.length > 0) throw new Error(`Not in the page: ${missed.join(', ')}`);
    },
  };
  return engine;
}

/** What the engine told and logged: what a person needs who reads why a test failed. */
function told(news: RecordedNews, log: RecordingLog): string {
  const states = news.log.map((one) => (one.kind === 'state' ? one.state : one.kind));
  return `Told: ${states.join(', ')}. Logged: ${JSON.stringify(log.lines)}`;
}

function numberWith(standIn: StandIn, fate: NumberFate): string {
  const numbers = {
    read: '+6281300000001',
    refused: '+6281300000002',
    unanswered: '+6281300000003',
    'not-on-whatsapp': '+6281300000004',
  };
  const number = digits(numbers[fate]);
  if (fate === 'refused') standIn.fault(number, 'refuse');
  if (fate === 'unanswered') standIn.fault(number, 'silent');
  if (fate === 'not-on-whatsapp') standIn.setPresent(number, false);
  return numbers[fate];
}

const environmentOfBrowsers = (): Record<string, string> => {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
};

function commands(): { pid: number; parent: number; command: string }[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      return state === 'Z' ? [] : [{ pid: Number(entry), parent: Number(parent), command }];
    } catch {
      return [];
    }
  });
}

const processesNaming = (folder: string): number[] =>
  commands().flatMap(({ pid, parent, command }) =>
    command.includes(folder) || (parent === process.pid && command.includes(SOURCE_HOST.entry))
      ? [pid]
      : [],
  );

const childrenOf = (parent: number, entry: string): number[] =>
  commands().flatMap((one) =>
    one.parent === parent && one.command.includes(entry) ? [one.pid] : [],
  );
