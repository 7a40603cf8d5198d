import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../../../../../platform/config/config.js';
import type { Clock } from '../../../../../platform/kernel/clock.js';
import type { Log } from '../../../../../platform/logging/log.js';
import type { GatewayEvents } from '../../../application/ports/whatsapp-gateway.js';
import { browserSettings } from './chromium/browser-settings.js';
import { findChromium } from './chromium/find-chromium.js';
import type { HostProgram } from './engine-host.js';
import type { EngineWorld } from './engine-world.js';
import type { BrowserSettings } from './protocol.js';
import type { EngineTiming } from './timing.js';
import { DEFAULT_TIMING } from './timing.js';
import { Turns } from './turns.js';
import { WhatsappWebGateway } from './whatsapp-web-gateway.js';

/** What the engine gets of the product. */
export interface WhatsappWebParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: GatewayEvents;
  readonly hostProgram: Pick<HostProgram, 'entry' | 'execArgv'> | null;
  /** Other times than `DEFAULT_TIMING`. */
  readonly timing?: EngineTiming;
}

/** The entry as the build puts it beside this file. */
const BUILT = { entry: join(import.meta.dirname, 'host', 'host-main.js'), execArgv: [] };

/** Steps of chance: far more than anybody can tell apart. */
const STEPS = 2 ** 32;

/** The engine for real WhatsApp, by the settings of the product. */
export function makeWhatsappWeb(
  { dataDir, whatsappWeb }: Pick<Config, 'dataDir' | 'whatsappWeb'>,
  { clock, log, events, hostProgram, timing = DEFAULT_TIMING }: WhatsappWebParts,
): WhatsappWebGateway {
  const { chromiumPath, proxy, browserEnvironment, staggerMs, typingMsPerCharacter } = whatsappWeb;
  const { memoryLimitMb } = whatsappWeb;
  const why = reasonForNoSandbox(whatsappWeb.hasSandbox, process.getuid?.() === 0);
  let isWarned = false;
  const browser = async (): Promise<BrowserSettings | null> => {
    const path = await findChromium(chromiumPath, join(dataDir, 'chromium'));
    if (path === null) {
      log.warn('No Chromium was found: install one or set CHROMIUM_PATH');
      return null;
    }
    if (why !== null && !isWarned) {
      isWarned = true;
      log.warn(`Chromium runs WITHOUT its sandbox: ${why}`);
    }
    return browserSettings(path, proxy, why === null);
  };
  const world: EngineWorld = {
    clock,
    log,
    events,
    timing: { ...timing, page: { ...timing.page, typingMsPerCharacter } },
    program: { ...(hostProgram ?? BUILT), env: browserEnvironment },
    memoryLimitMb,
    turns: new Turns(clock, staggerMs),
    draw: () => randomInt(STEPS) / STEPS,
    browser,
  };
  return new WhatsappWebGateway(join(dataDir, 'sessions'), world);
}

function reasonForNoSandbox(isWanted: boolean, isRoot: boolean): string | null {
  if (isRoot) return 'the product runs as root; use another user in production';
  return isWanted ? null : 'CHROMIUM_SANDBOX=off';
}
