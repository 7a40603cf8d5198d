import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BroadcastPage, BroadcastView } from '#contracts/broadcast.contract.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { BroadcastClient, type BroadcastQuery } from './broadcast-client.js';
import { withRun } from './broadcast-facts.js';

/** What the list is narrowed down by; empty shows everything. */
export type BroadcastListFilter = Pick<
  BroadcastQuery,
  'status' | 'awaiting' | 'deviceId' | 'search'
>;

/** The messages of the list page, newest first, kept up to date by the live stream. */
@Injectable()
export class BroadcastListStore {
  private readonly client = inject(BroadcastClient);
  private readonly live = inject(LiveStream);
  private readonly notifier = inject(Notifier);
  private readonly chosen = signal<BroadcastListFilter>({});
  private readonly first = this.client.list(() => {
    this.live.resync();
    return this.chosen();
  });
  /** What is shown: stays while a fresh first page is on its way, so that nothing jumps. */
  private readonly shown = linkedSignal<BroadcastPage | undefined, BroadcastPage | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  private readonly growing = signal(false);

  readonly filter = this.chosen.asReadonly();
  /** The messages; undefined until they were read for the first time. */
  readonly items = computed(() => this.shown()?.items);
  readonly hasMore = computed(() => typeof this.shown()?.nextCursor === 'string');
  readonly loading = this.first.isLoading;
  readonly loadingMore = this.growing.asReadonly();
  readonly error = this.first.error;

  constructor() {
    this.live.on('run-changed', ({ broadcastId, run }) =>
      this.change(broadcastId, (broadcast) => withRun(broadcast, run)),
    );
    this.live.on('broadcast-changed', ({ broadcastId }) => void this.refresh(broadcastId));
    this.live.on('broadcast-removed', ({ broadcastId }) => this.drop(broadcastId));
  }

  /** Shows what `filter` leaves. */
  narrow(filter: BroadcastListFilter): void {
    this.chosen.set(filter);
  }

  /** Reads the list again, after a failure. */
  reload(): void {
    this.first.reload();
  }

  /** Adds the next page below. */
  async more(): Promise<void> {
    const before = this.shown();
    if (!before?.nextCursor || this.growing()) return;
    this.growing.set(true);
    try {
      const next = await this.client.page({ ...this.chosen(), cursor: before.nextCursor });
      // Another filter was chosen in the meantime: this page belongs to a list that is gone.
      if (this.shown() !== before) return;
      this.shown.set({ items: [...before.items, ...next.items], nextCursor: next.nextCursor });
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.growing.set(false);
    }
  }

  /** Reads one message again; a new one is put where it belongs. */
  async refresh(id: string): Promise<void> {
    try {
      this.put(await this.client.find(id));
    } catch (error) {
      // It went to a device that is not for this person. When the server is gone, the next resync settles it.
      if (error instanceof ProblemError && error.status === 404) this.drop(id);
    }
  }

  /** Takes a message that was deleted out of the list. */
  drop(id: string): void {
    this.shown.update((page) => page && { ...page, items: page.items.filter((b) => b.id !== id) });
  }

  private put(broadcast: BroadcastView): void {
    const page = this.shown();
    if (!page) return;
    if (page.items.some(({ id }) => id === broadcast.id)) {
      this.change(broadcast.id, () => broadcast);
    } else if (this.belongs(broadcast, page)) {
      const items = [...page.items, broadcast].sort((a, b) => (a.id < b.id ? 1 : -1));
      this.shown.set({ ...page, items });
    }
  }

  /** Whether a message that was not shown should be: ids grow with age, so they tell its place. */
  private belongs(broadcast: BroadcastView, page: BroadcastPage): boolean {
    const { status, awaiting, deviceId, search } = this.chosen();
    const last = page.items.at(-1);
    const onShownPages = page.nextCursor === null || (last !== undefined && broadcast.id > last.id);
    // Only the server knows what a search finds, and what waits for whom.
    return (
      onShownPages &&
      !search &&
      !awaiting &&
      (status === undefined || status === broadcast.status) &&
      (deviceId === undefined || deviceId === broadcast.device.id)
    );
  }

  private change(id: string, change: (broadcast: BroadcastView) => BroadcastView): void {
    this.shown.update(
      (page) => page && { ...page, items: page.items.map((b) => (b.id === id ? change(b) : b)) },
    );
  }
}
