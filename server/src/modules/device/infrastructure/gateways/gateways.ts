import { join } from 'node:path';
import type { EngineKind } from '#contracts/device.contract.js';
import type { Config } from '../../../../platform/config/config.js';
import type { Clock } from '../../../../platform/kernel/clock.js';
import type { Ids } from '../../../../platform/kernel/ids.js';
import type { Log } from '../../../../platform/logging/log.js';
import type { GatewayEvents, WhatsappGateway } from '../../application/ports/whatsapp-gateway.js';
import { PracticeGateway } from './practice/practice-gateway.js';
import type { HostProgram } from './whatsapp-web/engine-host.js';
import { makeWhatsappWeb } from './whatsapp-web/make-whatsapp-web.js';

type EngineSettings = Pick<Config, 'engines' | 'dataDir' | 'practiceSeed' | 'whatsappWeb'>;

/** What every engine gets of the product. */
export interface EngineParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: GatewayEvents;
  readonly log: Log;
  /** Another program for host processes than the one that is built: tests run it from its source. */
  readonly hostProgram: Pick<HostProgram, 'entry' | 'execArgv'> | null;
}

/** The engines that the settings name, in their order. */
export function gatewaysOf(settings: EngineSettings, parts: EngineParts): WhatsappGateway[] {
  const makers: Record<EngineKind, () => WhatsappGateway> = {
    practice: () => {
      const options = { folder: join(settings.dataDir, 'practice'), seed: settings.practiceSeed };
      return new PracticeGateway(options, parts.clock, parts.ids, parts.events);
    },
    'whatsapp-web': () => makeWhatsappWeb(settings, parts),
  };
  return [...new Set(settings.engines)].map((kind) => makers[kind]());
}
