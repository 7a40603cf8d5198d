import type { EngineKind } from '#contracts/device.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { WhatsappGateway } from './ports/whatsapp-gateway.js';

/** The engines of this installation, by kind. */
export class GatewayRegistry {
  private readonly byKind: ReadonlyMap<EngineKind, WhatsappGateway>;

  constructor(gateways: readonly WhatsappGateway[]) {
    this.byKind = new Map(gateways.map((gateway) => [gateway.kind, gateway]));
  }

  /** Kinds that are offered, in the order of the settings. */
  get kinds(): EngineKind[] {
    return [...this.byKind.keys()];
  }

  all(): WhatsappGateway[] {
    return [...this.byKind.values()];
  }

  /** The engine of `kind`. Throws DEVICE.ENGINE_NOT_OFFERED when it is not enabled. */
  of(kind: EngineKind): WhatsappGateway {
    const gateway = this.byKind.get(kind);
    if (!gateway) throw new DomainError('DEVICE.ENGINE_NOT_OFFERED');
    return gateway;
  }
}
