import { Injectable } from '@nestjs/common';
import type { RunView, SendEstimate } from '#contracts/broadcast.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DeviceDirectory } from '../../device/index.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { NEW_TALLY } from '../domain/tally.js';
import { Allowances } from './allowances.js';
import { Paces } from './paces.js';
import { LaneLeases } from './ports/lane-leases.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';
import { estimateOf, prospectsOf, viewOf } from './run-prospects.js';
import type { DeviceOutlook, Prospect } from './run-prospects.js';

/** Runs as people see them, with their estimated end. Every call runs in the caller's unit of work. */
@Injectable()
export class RunViews {
  constructor(
    private readonly runs: RunRepository,
    private readonly leases: LaneLeases,
    private readonly devices: DeviceDirectory,
    private readonly allowances: Allowances,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {}

  /** The view of one run. */
  async of(run: Run): Promise<RunView> {
    return viewOf(run, (await this.prospects([run])).get(run.broadcastId));
  }

  /** Views of runs by broadcast id. */
  async ofAll(runs: readonly Run[]): Promise<ReadonlyMap<string, RunView>> {
    const prospects = await this.prospects(runs);
    return new Map(
      runs.map((run) => [run.broadcastId, viewOf(run, prospects.get(run.broadcastId))]),
    );
  }

  /** When `recipients` more would be done on that device, behind what it has to send already. */
  async estimate(deviceId: string, recipients: number): Promise<SendEstimate> {
    const queue = await this.runs.queuesOf([deviceId]);
    const queuedBefore = queue.reduce((sum, { remaining }) => sum + remaining, 0);
    const [outlook] = await this.outlooks([deviceId]);
    if (!outlook) throw new DomainError('DEVICE.NOT_FOUND');
    return estimateOf(outlook, recipients, queuedBefore);
  }

  /** What comes of those that are sending: a device serves its runs one after the other. */
  private async prospects(runs: readonly Run[]): Promise<ReadonlyMap<string, Prospect>> {
    const sending = runs.filter(({ state }) => state === 'sending');
    const deviceIds = [...new Set(sending.map(({ deviceId }) => deviceId))];
    if (deviceIds.length === 0) return new Map();
    const outlooks = await this.outlooks(deviceIds);
    const queues = await this.runs.queuesOf(deviceIds);
    return new Map(
      outlooks.flatMap((outlook) =>
        prospectsOf(
          outlook,
          queues.filter(({ deviceId }) => deviceId === outlook.deviceId),
        ),
      ),
    );
  }

  /** How those of these devices that ever existed go on from here. */
  private async outlooks(deviceIds: readonly string[]): Promise<DeviceOutlook[]> {
    const devices = [...(await this.devices.find(deviceIds)).values()];
    const next = await this.leases.nextHandovers(deviceIds);
    const allowances = await this.allowances.of(devices);
    const now = this.clock.now();
    return devices.map(({ id, engine }) => ({
      ...(allowances.get(id) ?? { rules: null, tally: NEW_TALLY }),
      deviceId: id,
      now,
      nextHandoverAt: next.get(id) ?? 0,
      gap: this.paces.gapOf(engine),
      engineTime: this.paces.engineTime(engine),
    }));
  }
}
