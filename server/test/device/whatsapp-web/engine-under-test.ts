import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { makeWhatsappWeb } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/make-whatsapp-web.js';
import type { EngineTiming } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/timing.js';
import { DEFAULT_TIMING } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/timing.js';
import type { WhatsappWebGateway } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/whatsapp-web-gateway.js';
import type { DeviceRef } from '../../../src/modules/device/application/ports/whatsapp-gateway.js';
import type {
  GatewayHarness,
  NumberFate,
} from '../../../src/modules/device/testing/gateway-harness.js';
import { RecordedNews, sendTo } from '../../../src/modules/device/testing/gateway-harness.js';
import { readConfig } from '../../../src/platform/config/config.js';
import { SystemClock } from '../../../src/platform/kernel/clock.js';
import { RecordingLog } from '../../support/recording-log.js';
import { HandOvers } from './hand-overs.js';
import { commandLinesOf, hostProcesses, processesOf } from './own-processes.js';
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
  /** What was handed over to the same stand-in before. */
  readonly handOvers?: HandOvers;
}

/** The real library in real browsers, with phone and WhatsApp played by the stand-in. */
export interface EngineUnderTest extends GatewayHarness {
  readonly gateway: WhatsappWebGateway;
  readonly standIn: StandIn;
  readonly log: RecordingLog;
  readonly dataDir: string;
  readonly handOvers: HandOvers;
  /** Command lines of the browsers that the engine has started and that still run. */
  commandLines(): string[];
  /** The executable that the engine was given as its browser. */
  readonly wrapper: string;
  /** The process of the engine dies without a word. */
  die(): Promise<void>;
  restart(other?: EngineWishes): Promise<EngineUnderTest>;
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
  const handOvers = wishes.handOvers ?? new HandOvers();
  handOvers.follow(gateway);
  const unheard: unknown[] = [];
  const hearUnheard = (error: unknown): void => void unheard.push(error);
  process.on('unhandledRejection', hearUnheard);
  const die = async (): Promise<void> => {
    // In this order and at once: what dies must not be started again by what is to be dead.
    for (const pid of hostProcesses()) process.kill(pid, 'SIGKILL');
    await gateway.shutdown();
  };
  const engine: EngineUnderTest = {
    gateway,
    news,
    log,
    standIn,
    dataDir,
    handOvers,
    wrapper,
    die,
    commandLines: () => commandLinesOf(dataDir),
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
    leftovers: () => processesOf(dataDir).length,
    restart: async (other = {}) => {
      await die();
      process.off('unhandledRejection', hearUnheard);
      return openWhatsappWeb({ ...wishes, ...other, standIn, dataDir, handOvers });
    },
    close: async () => {
      await gateway.shutdown();
      process.off('unhandledRejection', hearUnheard);
      const faults = [
        ...handOvers.faultsIn(standIn.outbox()),
        // The stand-in or the engine is wrong about WhatsApp Web.
        ...Object.keys(standIn.misses()).map((name) => `${name} is not in the page`),
        ...unheard.map((error) => `nobody caught ${String(error)}`),
      ];
      await standIn.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
  return engine;
}

/** Hands one message over, which WhatsApp accepts; answers its id. */
export async function deliver(
  engine: EngineUnderTest,
  device: DeviceRef,
  phone = engine.numberWith('read'),
): Promise<string> {
  const { messageId, outcome } = await sendTo(engine, device, phone);
  if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return messageId;
}

/** What the engine told and logged: what a person needs who reads why a test failed. */
function told(news: RecordedNews, log: RecordingLog): string {
  const states = news.log.map((one) => (one.kind === 'state' ? one.state : one.kind));
  const reasons = [...news.reasons.values()].join(', ');
  return `Told: ${states.join(', ')}; last because of ${reasons}. Logged: ${JSON.stringify(log.lines)}`;
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
