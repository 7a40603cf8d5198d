import type { LinkMethod } from '#contracts/device.contract.js';
import type {
  DeviceRef,
  Pairing,
  ScanSimulation,
  SessionControl,
} from '../../../application/ports/whatsapp-gateway.js';
import type { PracticeWorld } from './practice-line.js';
import { PracticeLine } from './practice-line.js';
import { seededDraws } from './seeded-draws.js';

/** The lines of the practice network: who is linked, linking, connected. */
export class PracticeSessions implements SessionControl, Pairing, ScanSimulation {
  private readonly lines = new Map<string, PracticeLine>();
  private opened = 0;

  constructor(
    private readonly world: PracticeWorld,
    private readonly seed: string,
  ) {}

  open(device: DeviceRef): Promise<void> {
    this.begin(device).restore();
    return Promise.resolve();
  }

  close(deviceId: string): Promise<void> {
    this.lines.get(deviceId)?.end();
    this.lines.delete(deviceId);
    return Promise.resolve();
  }

  async unlink(device: DeviceRef): Promise<void> {
    await this.close(device.id);
    await this.world.linked.remove(device.id);
  }

  async start(device: DeviceRef, method: LinkMethod): Promise<void> {
    const line = this.begin(device);
    await this.world.linked.remove(device.id);
    line.showCodes(method);
  }

  stop(deviceId: string): Promise<void> {
    this.lines.get(deviceId)?.hideCodes();
    return Promise.resolve();
  }

  scan(deviceId: string): Promise<boolean> {
    const line = this.lines.get(deviceId);
    return Promise.resolve(line?.scan(line.device.phone) ?? false);
  }

  /** The line of a device that is open. */
  lineOf(deviceId: string): PracticeLine | null {
    return this.lines.get(deviceId) ?? null;
  }

  /** Ends every line. */
  endAll(): void {
    for (const line of this.lines.values()) line.end();
    this.lines.clear();
  }

  private begin(device: DeviceRef): PracticeLine {
    this.lines.get(device.id)?.end();
    const draw = seededDraws(this.seed, 'line', device.phone, String(++this.opened));
    const line = new PracticeLine(device, this.world, draw);
    this.lines.set(device.id, line);
    return line;
  }
}
