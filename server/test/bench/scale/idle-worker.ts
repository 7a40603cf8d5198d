/**
 * A process of the product, as `main.js` makes it, whose practice engine does nothing with a message but
 * note when it came. Answers the messages `report` of the process that forked it.
 */
import 'reflect-metadata';
import { AppModule } from '../../../src/app.module.js';
import { GatewayRegistry } from '../../../src/modules/device/application/gateway-registry.js';
import type { WhatsappGateway } from '../../../src/modules/device/index.js';
import { readConfig } from '../../../src/platform/config/config.js';
import { createHttpApp } from '../../../src/platform/http/http-app.js';
import { PinoLog } from '../../../src/platform/logging/log.js';
import { IdleGateway } from '../idle-gateway.js';

/** What one process has done since it was last asked. */
export interface WorkerReport {
  /** Device and moment of each hand-over, in milliseconds since the epoch. */
  readonly handovers: readonly (readonly [deviceId: string, at: number])[];
  /** Time of a processor that it took since its start, in milliseconds. */
  readonly cpuMs: number;
}

const handovers: (readonly [string, number])[] = [];
const now = (): number => performance.timeOrigin + performance.now();

const config = readConfig(process.env);
const log = new PinoLog('error');
const app = await createHttpApp(AppModule.with(config, log), log);
const idle = new IdleGateway();
const routed = app.get(GatewayRegistry, { strict: false }).of('practice');
// The engine behind the routing: its sessions stay, so that devices are held and restored as ever.
const { local } = routed as unknown as { local: WhatsappGateway };
Object.assign(local, {
  directory: idle.directory,
  messages: {
    newMessageId: () => idle.messages.newMessageId(),
    send: (deviceId: string) => {
      handovers.push([deviceId, now()]);
      return idle.messages.send();
    },
  },
});
await app.listen(config.port, config.host);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const report: WorkerReport = { handovers: handovers.splice(0), cpuMs: (user + system) / 1_000 };
  process.send?.(report);
});
process.once('SIGTERM', () => {
  void app.close().then(() => process.exit());
});
process.send?.('ready');
