import { join } from 'node:path';
import type { EngineKind } from '#contracts/device.contract.js';
import type { Config } from '../../../../platform/config/config.js';
import { ConfigError } from '../../../../platform/config/config.js';
import type { Clock } from '../../../../platform/kernel/clock.js';
import type { Ids } from '../../../../platform/kernel/ids.js';
import type { GatewayEvents, WhatsappGateway } from '../../application/ports/whatsapp-gateway.js';
import { PracticeGateway } from './practice/practice-gateway.js';

type EngineSettings = Pick<Config, 'engines' | 'dataDir' | 'practiceSeed'>;

/**
 * The engines that the settings name, in their order. Throws `ConfigError` for one that this version
 * of the product does not have.
 */
export function gatewaysOf(
  settings: EngineSettings,
  clock: Clock,
  ids: Ids,
  events: GatewayEvents,
): WhatsappGateway[] {
  const makers: Partial<Record<EngineKind, () => WhatsappGateway>> = {
    practice: () => {
      const folder = join(settings.dataDir, 'practice');
      return new PracticeGateway({ folder, seed: settings.practiceSeed }, clock, ids, events);
    },
  };
  return [...new Set(settings.engines)].map((kind) => {
    const make = makers[kind];
    if (!make)
      throw new ConfigError([`WHATSAPP_ENGINES names ${kind}, which is not in this version`]);
    return make();
  });
}
