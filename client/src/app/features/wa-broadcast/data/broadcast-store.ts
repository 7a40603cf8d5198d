import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BroadcastReview, BroadcastView } from '#contracts/broadcast.contract.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { BroadcastClient } from './broadcast-client.js';
import { isEditable, withRun } from './broadcast-facts.js';

/** One message and what is to be checked of it, kept up to date by the live stream. */
@Injectable()
export class BroadcastStore {
  private readonly client = inject(BroadcastClient);
  private readonly live = inject(LiveStream);
  private readonly id = signal<string | undefined>(undefined);
  private readonly gone = signal(false);
  private readonly read = this.client.one(() => {
    this.live.resync();
    return this.id();
  });
  private readonly shown = linkedSignal<BroadcastView | undefined, BroadcastView | undefined>({
    source: () => (this.read.hasValue() ? this.read.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  /** What the review is about; another revision or status needs another review. */
  private readonly reviewed = computed(
    () => {
      const broadcast = this.shown();
      if (!broadcast || !isEditable(broadcast)) return undefined;
      const { id, revision, status } = broadcast;
      return { id, key: `${revision} ${status}` };
    },
    { equal: (a, b) => a?.id === b?.id && a?.key === b?.key },
  );
  private readonly reviewRead = this.client.review(() => this.reviewed()?.id);

  /** The message; undefined until it was read for the first time. */
  readonly broadcast = this.shown.asReadonly();
  readonly error = this.read.error;
  /** Whether it was deleted while it was shown. */
  readonly removed = this.gone.asReadonly();
  /** What is to be checked; undefined while it is being read, or when there is nothing to check. */
  readonly review = computed<BroadcastReview | undefined>(() =>
    this.reviewRead.hasValue() ? this.reviewRead.value() : undefined,
  );
  readonly reviewError = this.reviewRead.error;

  constructor() {
    this.live.on('run-changed', ({ broadcastId, run }) => {
      if (broadcastId !== this.id()) return;
      this.shown.update((broadcast) => broadcast && withRun(broadcast, run));
    });
    this.live.on('broadcast-changed', ({ broadcastId }) => {
      if (broadcastId === this.id()) this.reload();
    });
    this.live.on('broadcast-removed', ({ broadcastId }) => {
      if (broadcastId === this.id()) this.gone.set(true);
    });
  }

  /** Shows the message of that id. */
  open(id: string): void {
    this.id.set(id);
  }

  /** Reads the message again; what is shown stays until then. */
  reload(): void {
    this.read.reload();
  }

  /** Reads the review again, after a failure. */
  reloadReview(): void {
    this.reviewRead.reload();
  }
}
