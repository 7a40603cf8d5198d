import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DoubtMoves } from './doubt-moves.js';
import { PauseRun } from './pause-run.js';
import type { HandoverMark } from './ports/handover-marks.js';
import { RunRepository } from './ports/run-repository.js';
import { SafeModeNews } from './safe-mode-news.js';

const EVERYBODY = Number.MAX_SAFE_INTEGER;

/** What an alarm does to broadcasts and recipients, and the telling of it. */
@Injectable()
export class DoubtWaiting {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly pauses: PauseRun,
    private readonly moves: DoubtMoves,
    private readonly news: SafeModeNews,
  ) {}

  /** Pauses every broadcast that is sending. */
  async pauseAll(alarmId: string): Promise<void> {
    for (const { broadcastId, state } of await this.active()) {
      if (state !== 'sending') continue;
      await this.unit.run(async () => {
        await this.pauses.because(broadcastId, 'safe-mode');
        await this.moves.countBroadcast(alarmId);
      });
    }
  }

  /** Doubts everybody who waits in a broadcast that was started. */
  async all(alarmId: string): Promise<void> {
    for (const { broadcastId } of await this.active()) {
      await this.moves.upTo(alarmId, broadcastId, EVERYBODY);
    }
  }

  /** Doubts whoever waits and comes before the mark, then accounts for it. */
  async before(alarmId: string, { broadcastId, messageId, upTo }: HandoverMark): Promise<void> {
    await this.moves.upTo(alarmId, broadcastId, upTo);
    await this.moves.account(messageId);
  }

  /** Tells every screen how things stand. */
  async tell(): Promise<void> {
    await this.news.tell();
  }

  private async active() {
    return this.unit.run(async () => {
      const devices = await this.runs.activeDevices();
      const runs = [];
      for (const deviceId of devices) runs.push(...(await this.runs.activeOf(deviceId)));
      return runs;
    });
  }
}
