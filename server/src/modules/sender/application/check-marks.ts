import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import { EnterSafeMode } from './enter-safe-mode.js';
import { HandoverMarks } from './ports/handover-marks.js';
import type { HandoverMark } from './ports/handover-marks.js';
import { RunRepository } from './ports/run-repository.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';

/**
 * Compares what was handed over with what the database knows of it: at boot, before any lane is driven,
 * and whenever a lane is taken, since a server database can be restored while processes run. Marks are
 * read before the database is asked: another process may be handing over at this moment, and what it
 * marks is in the database by then.
 */
@Injectable()
export class CheckMarks implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly marks: HandoverMarks,
    private readonly alarms: SafeModeAlarms,
    private readonly runs: RunRepository,
    private readonly enter: EnterSafeMode,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    const unknown: HandoverMark[] = [];
    for await (const marks of this.marks.all()) unknown.push(...(await this.unknown(marks)));
    await this.act(unknown);
    await this.enter.goOn();
  }

  /** The broadcasts that this device has to send. */
  async ofDevice(deviceId: string): Promise<void> {
    const runs = await this.unit.run(() => this.runs.activeOf(deviceId));
    const marks = await Promise.all(runs.map(({ broadcastId }) => this.marks.of(broadcastId)));
    await this.act(await this.unknown(marks.flatMap((mark) => mark ?? [])));
  }

  private async unknown(marks: readonly HandoverMark[]): Promise<HandoverMark[]> {
    return this.unit.run(() => this.alarms.unknown(marks));
  }

  private async act(unknown: readonly HandoverMark[]): Promise<void> {
    if (unknown.length === 0) return;
    const broadcasts = unknown.length;
    this.log.warn('The database is older than what was sent: safe mode', { broadcasts });
    await this.enter.run(unknown);
  }
}
