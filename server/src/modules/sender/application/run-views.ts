import { Injectable } from '@nestjs/common';
import type { RunView, SendEstimate } from '#contracts/broadcast.contract.js';
import type { EngineKind } from '#contracts/device.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DeviceDirectory } from '../../device/index.js';
import { touchesNight } from '../domain/night.js';
import { estimateEnd } from '../domain/pace.js';
import { Paces } from './paces.js';
import { LaneLeases } from './ports/lane-leases.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';

/** Runs as people see them, with their estimated end. Every call runs in the caller's unit of work. */
@Injectable()
export class RunViews {
  constructor(
    private readonly runs: RunRepository,
    private readonly leases: LaneLeases,
    private readonly devices: DeviceDirectory,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {}

  /** The view of one run. */
  async of(run: Run): Promise<RunView> {
    return viewOf(run, (await this.ends([run])).get(run.broadcastId) ?? null);
  }

  /** Views of runs by broadcast id. */
  async ofAll(runs: readonly Run[]): Promise<ReadonlyMap<string, RunView>> {
    const ends = await this.ends(runs);
    return new Map(
      runs.map((run) => [run.broadcastId, viewOf(run, ends.get(run.broadcastId) ?? null)]),
    );
  }

  /** When `recipients` more would be done on that device, behind what it has to send already. */
  async estimate(deviceId: string, engine: EngineKind, recipients: number): Promise<SendEstimate> {
    const queue = await this.runs.queuesOf([deviceId]);
    const queuedBefore = queue.reduce((sum, { remaining }) => sum + remaining, 0);
    const next = await this.leases.nextHandovers([deviceId]);
    const now = this.clock.now();
    const end = this.end(engine, next.get(deviceId) ?? 0, queuedBefore + recipients, now);
    const { min, max } = this.paces.gapOf(engine);
    return {
      recipients,
      gapSeconds: { min: min / 1000, max: max / 1000 },
      startsAt: instant(now),
      estimatedEnd: instant(end),
      rules: { hours: null, dailyCap: null, warmingUp: false, sentToday: 0, days: 1 },
      inTheNight: touchesNight(now, end),
      queuedBefore,
    };
  }

  /** Estimated ends of those that are sending: a device serves its runs one after the other. */
  private async ends(runs: readonly Run[]): Promise<ReadonlyMap<string, number>> {
    const sending = runs.filter(({ state }) => state === 'sending');
    const deviceIds = [...new Set(sending.map(({ deviceId }) => deviceId))];
    if (deviceIds.length === 0) return new Map();
    const devices = await this.devices.find(deviceIds);
    const next = await this.leases.nextHandovers(deviceIds);
    const now = this.clock.now();
    const before = new Map<string, number>();
    const ends = new Map<string, number>();
    for (const { broadcastId, deviceId, remaining } of await this.runs.queuesOf(deviceIds)) {
      const engine = devices.get(deviceId)?.engine;
      const recipients = (before.get(deviceId) ?? 0) + remaining;
      before.set(deviceId, recipients);
      if (engine) ends.set(broadcastId, this.end(engine, next.get(deviceId) ?? 0, recipients, now));
    }
    return ends;
  }

  private end(engine: EngineKind, nextHandoverAt: number, recipients: number, now: number): number {
    const [gap, engineTime] = [this.paces.gapOf(engine), this.paces.engineTime(engine)];
    return estimateEnd({ now, nextHandoverAt, recipients, gap, engineTime });
  }
}

function viewOf(run: Run, end: number | null): RunView {
  return {
    state: run.state,
    pauseReason: run.pauseReason,
    waiting: null,
    counts: run.counts,
    total: run.total,
    started: { by: run.startedBy, at: instant(run.startedAt) },
    finishedAt: run.finishedAt === null ? null : instant(run.finishedAt),
    estimatedEnd: end === null ? null : instant(end),
  };
}

const instant = (moment: number): string => new Date(moment).toISOString();
