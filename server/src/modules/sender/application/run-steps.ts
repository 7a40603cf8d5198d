import { Injectable } from '@nestjs/common';
import type { PauseReason } from '#contracts/run-texts.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { runStep } from '../domain/run-machine.js';
import type { RunHappening } from '../domain/run-machine.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';
import { RunStateChanged } from './runs.js';
import { SafeMode } from './safe-mode.js';
import { RunProgressed, WorkArrived } from './sender-events.js';

/** The one way in which a run changes its state. Every call runs in the caller's unit of work. */
@Injectable()
export class RunSteps {
  constructor(
    private readonly runs: RunRepository,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly safeMode: SafeMode,
  ) {}

  /** The run of a device of `scope`, held. Throws RUN.NOT_FOUND. */
  async hold(broadcastId: string, scope: DeviceScope): Promise<Run> {
    const run = await this.runs.hold(broadcastId, scope);
    if (!run) throw new DomainError('RUN.NOT_FOUND');
    return run;
  }

  /**
   * Takes a step of the machine with a run that is held, and answers it as it is then. The lane of its
   * device is rung after the commit when it leads to sending. Throws RUN.NOT_IN_STATE, and SAFE_MODE.ACTIVE
   * for what would lead to a message.
   */
  async take(run: Run, happening: RunHappening, pauseReason?: PauseReason): Promise<Run> {
    if (happening === 'resume' || happening === 'resend') await this.safeMode.requireOff();
    const to = runStep(run.state, happening);
    if (to === null) throw new DomainError('RUN.NOT_IN_STATE');
    const finishedAt = to === 'finished' || to === 'cancelled' ? this.clock.now() : null;
    const { broadcastId, deviceId, state: from } = run;
    const change = { from, to, pauseReason: pauseReason ?? null, finishedAt };
    if (!(await this.runs.change(broadcastId, change))) throw new DomainError('RUN.NOT_IN_STATE');
    if (to !== from) this.events.publish(new RunStateChanged(broadcastId, deviceId, to));
    if (to === 'sending') this.events.publish(new WorkArrived(deviceId));
    return { ...run, state: to, pauseReason: change.pauseReason, finishedAt };
  }

  /** Gives a paused run that is held another reason. */
  async giveReason({ broadcastId, state }: Run, pauseReason: PauseReason): Promise<void> {
    await this.runs.change(broadcastId, { from: state, to: state, pauseReason, finishedAt: null });
    this.events.publish(new RunProgressed(broadcastId));
  }

  /** Ends the run, if nobody waits and nobody is in flight any more. */
  async finishIfDone({
    broadcastId,
    deviceId,
  }: Pick<Run, 'broadcastId' | 'deviceId'>): Promise<void> {
    if (!(await this.runs.finishIfDone(broadcastId, this.clock.now()))) return;
    this.events.publish(new RunStateChanged(broadcastId, deviceId, 'finished'));
  }
}
