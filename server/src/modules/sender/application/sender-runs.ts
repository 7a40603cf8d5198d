import { Injectable } from '@nestjs/common';
import type { RunView, SendEstimate } from '#contracts/broadcast.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Attachments } from '../../attachment/index.js';
import { isActive } from '../domain/run-machine.js';
import { RunRepository } from './ports/run-repository.js';
import { RunPast } from './run-past.js';
import { RunViews } from './run-views.js';
import { Runs } from './runs.js';
import type { RunOrder } from './runs.js';
import { StartRun } from './start-run.js';

/** The door of this module for broadcasts. */
@Injectable()
export class SenderRuns extends Runs {
  constructor(
    private readonly startRun: StartRun,
    private readonly runs: RunRepository,
    private readonly views: RunViews,
    private readonly attachments: Attachments,
    private readonly past: RunPast,
  ) {
    super();
  }

  async start(order: RunOrder, actor: Actor): Promise<RunView> {
    await this.past.requireSafe();
    const view = await this.startRun.run(order, actor);
    const { attachment, broadcastId: id } = order;
    if (attachment) await this.attachments.take(attachment.id, { by: 'run', id });
    return view;
  }

  async assertNeverSent(broadcastId: string): Promise<void> {
    await this.past.assertNeverSent(broadcastId);
  }

  async find(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, RunView>> {
    return this.views.ofAll(await this.runs.find(broadcastIds, 'all'));
  }

  async remove(broadcastId: string): Promise<void> {
    const run = await this.runs.hold(broadcastId, 'all');
    if (!run) return;
    // A message in flight ends first: what became of it would have nowhere to go.
    if (isActive(run.state) || run.counts.sending > 0) {
      throw new DomainError('BROADCAST.NOT_DELETABLE');
    }
    await this.past.forget(broadcastId);
    await this.runs.remove(broadcastId);
    const { attachmentId } = run;
    if (attachmentId === null) return;
    await this.attachments.release(attachmentId, { by: 'run', id: broadcastId });
  }

  async purge(broadcastId: string): Promise<void> {
    const attachmentId = await this.runs.purge(broadcastId);
    if (attachmentId === null) return;
    await this.attachments.release(attachmentId, { by: 'run', id: broadcastId });
  }

  async purgeAddresses(broadcastId: string, limit: number): Promise<number> {
    return this.past.purgeAddresses(broadcastId, limit);
  }

  async eraseAddresses(broadcastId: string, recipientId: number): Promise<void> {
    await this.past.eraseAddresses(broadcastId, recipientId);
  }

  async activeOf(deviceId: string): Promise<string[]> {
    return (await this.runs.activeOf(deviceId)).map(({ broadcastId }) => broadcastId);
  }

  async estimate(deviceId: string, recipients: number): Promise<SendEstimate> {
    return this.views.estimate(deviceId, recipients);
  }
}
