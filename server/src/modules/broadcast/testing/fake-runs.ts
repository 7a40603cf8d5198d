import type { RunView, SendEstimate } from '#contracts/broadcast.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Runs } from '../../sender/index.js';
import type { RunOrder } from '../../sender/index.js';

const NOW = '2026-11-22T02:00:00.000Z';

/** Sending that only keeps its books. */
export class FakeRuns extends Runs {
  /** What was ordered, in its order. */
  readonly orders: RunOrder[] = [];
  private readonly views = new Map<string, RunView>();

  start(order: RunOrder, actor: Actor): Promise<RunView> {
    const first = this.orders.find(({ broadcastId }) => broadcastId === order.broadcastId);
    const view = this.views.get(order.broadcastId);
    if (first && view) {
      if (first.idempotencyKey === order.idempotencyKey) return Promise.resolve(view);
      return Promise.reject(new DomainError('BROADCAST.ALREADY_SENT', view.started));
    }
    this.orders.push(order);
    return Promise.resolve(this.put(order.broadcastId, 'sending', actor.name, order.recipients));
  }

  /** Broadcasts that were sent, of which this database knows nothing. */
  readonly sentBefore = new Set<string>();

  assertNeverSent(broadcastId: string): Promise<void> {
    if (!this.sentBefore.has(broadcastId)) return Promise.resolve();
    return Promise.reject(new DomainError('BROADCAST.SENT_BEFORE_RESTORE'));
  }

  /** Says how the run of a broadcast stands. */
  put(broadcastId: string, state: RunView['state'], by = 'Pak Budi', total = 1): RunView {
    const none = { sending: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
    const view: RunView = {
      state,
      pauseReason: null,
      waiting: null,
      counts: { ...none, pending: total, skipped: 0, unknown: 0, cancelled: 0 },
      total,
      started: { by, at: NOW },
      finishedAt: null,
      estimatedEnd: null,
    };
    this.views.set(broadcastId, view);
    return view;
  }

  find(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, RunView>> {
    return Promise.resolve(new Map([...this.views].filter(([id]) => broadcastIds.includes(id))));
  }

  remove(broadcastId: string): Promise<void> {
    const state = this.views.get(broadcastId)?.state;
    if (state === 'sending' || state === 'paused') {
      return Promise.reject(new DomainError('BROADCAST.NOT_DELETABLE'));
    }
    this.views.delete(broadcastId);
    return Promise.resolve();
  }

  purge(): Promise<void> {
    return Promise.resolve();
  }

  purgeAddresses(): Promise<number> {
    return Promise.resolve(0);
  }

  eraseAddresses(): Promise<void> {
    return Promise.resolve();
  }

  activeOf(): Promise<string[]> {
    return Promise.resolve([...this.views.keys()]);
  }

  estimate(_deviceId: string, recipients: number): Promise<SendEstimate> {
    return Promise.resolve({
      recipients,
      gapSeconds: { min: 8, max: 20 },
      startsAt: NOW,
      estimatedEnd: NOW,
      rules: { hours: null, dailyCap: null, warmingUp: false, sentToday: 0, days: 1 },
      inTheNight: false,
      queuedBefore: 0,
    });
  }
}
